import {
  type Event,
  EventEmitter,
  type FileSystemWatcher,
  languages,
  RelativePattern,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { anywhere, isRolesFile, parseDocument, type RolesDocument } from '../../../core/src';
import { filePatterns } from '../settings';

/** A roles.yaml of the workspace, as it stands in the editor or else on disk. */
export interface RolesFile {
  readonly uri: Uri;
  readonly document: RolesDocument;
}

/** The files of the workspace that match `twilioRoles.files`. */
export interface RolesFiles {
  /** A file came, went or changed, saved or not. */
  readonly onDidChange: Event<void>;
  /** Those that match the patterns, whatever is in them. */
  uris(): Promise<readonly Uri[]>;
  /** Those that are ours by content, parsed. One that can't be read is left out. */
  list(): Promise<readonly RolesFile[]>;
  /** One file by its address; `undefined` where it isn't ours or can't be read. */
  read(uri: Uri): Promise<RolesFile | undefined>;
}

/** More than this many are not a workspace's own files but somebody's vendored ones. */
const most = 500;

/** How long after a keystroke somebody counts as resting, in milliseconds. */
const restOf = 150;

export class WorkspaceFiles implements RolesFiles {
  readonly #changed = new EventEmitter<void>();
  readonly #parsed = new Map<string, RolesFile>();
  readonly #subscriptions;
  #watchers: readonly FileSystemWatcher[] = [];
  #found: Promise<readonly Uri[]> | undefined;
  #foundVirtual: readonly Uri[] = [];
  #resting: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      workspace.onDidCloseTextDocument((document) => this.#edited(document)),
      workspace.onDidOpenTextDocument(({ uri }) => {
        if (openInVirtual().some((open) => open.toString() === uri.toString())) this.#changed.fire();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#search()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('twilioRoles.files')) this.#search();
      }),
    ];
    this.#watch();
    this.#searchVirtual();
  }

  async uris(): Promise<readonly Uri[]> {
    this.#found ??= findIn(folders(isOnDisk));
    return unique([...(await this.#found), ...this.#foundVirtual.filter(isInWorkspace), ...openInVirtual()]);
  }

  async list(): Promise<readonly RolesFile[]> {
    const files = await Promise.all((await this.uris()).map((uri) => this.read(uri)));
    return files.filter((file) => file !== undefined);
  }

  async read(uri: Uri): Promise<RolesFile | undefined> {
    const text = await readText(uri);
    if (text === undefined || !isRolesFile(text)) return undefined;
    const key = uri.toString();
    const known = this.#parsed.get(key);
    if (known?.document.text === text) return known;
    const file = { uri, document: parseDocument(text) };
    this.#parsed.set(key, file);
    return file;
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const disposable of [...this.#watchers, ...this.#subscriptions]) disposable.dispose();
    this.#changed.dispose();
  }

  /** Once a person rests: parsing the whole file for the sidebar at each keystroke would help nobody. */
  #edited(document: TextDocument): void {
    if (!this.#parsed.has(document.uri.toString())) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#changed.fire(), restOf);
  }

  #search(): void {
    this.#found = undefined;
    this.#watch();
    this.#searchVirtual();
    this.#changed.fire();
  }

  /** A folder that is on no disk may have nobody who searches it, and VS Code waits for one without an end: nothing here does. */
  #searchVirtual(): void {
    const searched = folders(isVirtual);
    if (searched.length === 0) return;
    const put = (found: readonly Uri[]) => {
      this.#foundVirtual = found;
      this.#changed.fire();
    };
    findIn(searched).then(put, () => put([]));
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = filePatterns().map((pattern) => {
      const watcher = workspace.createFileSystemWatcher(anywhere(pattern));
      const cameOrWent = () => {
        this.#found = undefined;
        this.#searchVirtual();
        this.#changed.fire();
      };
      watcher.onDidCreate(cameOrWent);
      watcher.onDidDelete(cameOrWent);
      watcher.onDidChange(() => this.#changed.fire());
      return watcher;
    });
  }
}

/** What the editor shows, or else what is on disk; `undefined` where neither can be read. */
export async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

const isOnDisk = ({ uri }: WorkspaceFolder) => uri.scheme === 'file' || uri.scheme === 'vscode-remote';
const isVirtual = (folder: WorkspaceFolder) => !isOnDisk(folder);

const isInWorkspace = (uri: Uri) => workspace.getWorkspaceFolder(uri) !== undefined;

function folders(wanted: (folder: WorkspaceFolder) => boolean): readonly WorkspaceFolder[] {
  return workspace.workspaceFolders?.filter(wanted) ?? [];
}

/** What is open of the folders that are on no disk. */
function openInVirtual(): readonly Uri[] {
  const patterns = folders(isVirtual).flatMap((folder) =>
    filePatterns().map((pattern) => ({ pattern: new RelativePattern(folder, anywhere(pattern)) })),
  );
  return workspace.textDocuments
    .filter((document) => languages.match(patterns, document) > 0)
    .map(({ uri }) => uri);
}

async function findIn(searched: readonly WorkspaceFolder[]): Promise<readonly Uri[]> {
  const found = await Promise.all(
    searched.flatMap((folder) =>
      filePatterns().map((pattern) =>
        workspace.findFiles(new RelativePattern(folder, anywhere(pattern)), undefined, most),
      ),
    ),
  );
  return unique(found.flat());
}

function unique(uris: readonly Uri[]): readonly Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
