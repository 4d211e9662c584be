import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Running, start } from '../child';
import type { InstalledVSCode } from './install';
import { quietSettings } from './settings';

export interface ServeOptions {
  /** Where user data and extensions of this VS Code live; made where it isn't there. */
  readonly home: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** What the extension host sees beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The extension to have installed: a `.vsix`, or a folder with its source. */
  readonly extension?: string;
  /** The language of the editor; English where there is none. Extensions speak it, and VS Code only what it has of it. */
  readonly language?: string;
  /** Folders of other extensions beside it. */
  readonly others?: readonly string[];
  /**
   * Whether a page may say in its payload which extension to load, and which tests to run. It shows no
   * notifications then.
   */
  readonly driver?: boolean;
}

/** A VS Code that answers on loopback. */
export interface ServedVSCode extends Pick<Running, 'pid' | 'output' | 'ended' | 'stop'> {
  readonly port: number;
  /** The page of a workbench that has this folder open. */
  page(folder: string, payload?: Readonly<Record<string, string>>): string;
}

/** Serves a VS Code on loopback, for as long as it isn't stopped. */
export async function serveVSCode(vscode: InstalledVSCode, options: ServeOptions): Promise<ServedVSCode> {
  const userData = join(options.home, 'user-data');
  const extensions = join(options.home, 'extensions');
  await mkdir(join(userData, 'User'), { recursive: true });
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  const { extension } = options;
  const packed = extension?.endsWith('.vsix');
  // What is in the folder before the first start counts as installed.
  for (const folder of [...(extension && !packed ? [extension] : []), ...(options.others ?? [])])
    await symlink(folder, join(extensions, await folderName(folder)), 'junction');
  await writeFile(
    join(userData, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );

  if (options.language) await pretendLanguagePack(userData, options.language);

  const server = start(
    vscode.node,
    [
      join(vscode.root, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...(extension && packed ? ['--install-extension', extension, '--start-server'] : []),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      ...(options.language ? ['--locale', options.language] : []),
      ...(options.driver ? ['--enable-smoke-test-driver'] : []),
    ],
    // A VS Code that serves this very terminal must not leak its settings into the one that is served.
    { env: { ...withoutVSCode(process.env), ...noGallery, ...options.env } },
  );
  const [, port] = await server.line(/Extension host agent listening on (\d+)/);
  return {
    port: Number(port),
    page(folder, payload = {}) {
      const query = new URLSearchParams({ folder });
      if (Object.keys(payload).length > 0) query.set('payload', JSON.stringify(Object.entries(payload)));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    pid: server.pid,
    output: server.output,
    ended: server.ended,
    stop: server.stop,
  };
}

/** How a page names a path of the machine that serves it. */
export function remoteUri(server: ServedVSCode, path: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${path}`;
}

/** What VS Code calls the folder of an installed extension. */
async function folderName(extension: string): Promise<string> {
  const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
  return `${publisher}.${name}-${version}`;
}

/** VS Code speaks a language only once it has a pack of it. Those are in no package registry: this one is empty. */
async function pretendLanguagePack(userData: string, language: string): Promise<void> {
  const translations = join(userData, 'words.json');
  await writeFile(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: `nobody.${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** code-server asks a public gallery about every extension, unless it is told of another one: none. */
const noGallery = { EXTENSIONS_GALLERY: '{}' };

function withoutVSCode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}
