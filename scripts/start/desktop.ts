import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Running, run, start } from '../child';
import { project } from '../paths';
import { quietSettings } from '../vscode/settings';

/** The command of a desktop VS Code that is new enough, or why there is none. */
export async function findDesktop(): Promise<{ readonly code: string } | { readonly reason: string }> {
  // In a terminal of a remote window, `code` talks to that window and can load no extension from source.
  if (process.env.VSCODE_IPC_HOOK_CLI) return { reason: 'this terminal belongs to a remote VS Code' };
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const code = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (!code) return { reason: 'there is no "code" on PATH' };
  const [version = ''] = (await run(code, ['--version'], { shell: process.platform === 'win32' })).split(
    '\n',
  );
  const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  const oldest: string = manifest.engines.vscode.slice(1);
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0
    ? { code }
    : { reason: `"code" is VS Code ${version}, and the extension needs ${oldest}` };
}

/** Opens a desktop VS Code that has its own settings and no other extension. It ends when its window is closed. */
export async function startDesktop(
  code: string,
  options: {
    readonly home: string;
    readonly workspace: string;
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<Running> {
  const userData = join(options.home, 'user-data');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(quietSettings, undefined, 2));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return start(
    code,
    [
      `--extensionDevelopmentPath=${project}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(options.home, 'extensions')}`,
      '--new-window',
      '--wait',
      ...asRoot,
      options.workspace,
      join(options.workspace, 'roles.yaml'),
    ],
    { env: { ...process.env, ...options.env }, shell: process.platform === 'win32' },
  );
}
