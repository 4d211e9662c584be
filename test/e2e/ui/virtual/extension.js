const { EventEmitter, FileSystemError, FileType, workspace } = require('vscode');

const folder = '/acme';
const file = '/acme/roles.yaml';
let mtime = 0;
let content = new TextEncoder().encode(`service: default
roles:
  - friendlyName: Agent
    type: service
    permissions:
      - joinConversaton
      - createConversation
`);

const stat = (type, size) => ({ type, ctime: 0, mtime, size });

/** A folder with a roles.yaml in memory. */
const files = {
  onDidChangeFile: new EventEmitter().event,
  watch: () => ({ dispose() {} }),
  stat({ path }) {
    if (path === file) return stat(FileType.File, content.length);
    if (path === folder) return stat(FileType.Directory, 0);
    throw FileSystemError.FileNotFound(path);
  },
  readDirectory: () => [['roles.yaml', FileType.File]],
  readFile({ path }) {
    if (path !== file) throw FileSystemError.FileNotFound(path);
    return content;
  },
  writeFile(_, written) {
    content = written;
    mtime += 1;
  },
  createDirectory: () => undefined,
  delete: () => undefined,
  rename: () => undefined,
};

exports.activate = ({ subscriptions }) => {
  subscriptions.push(workspace.registerFileSystemProvider('virtual', files));
};
