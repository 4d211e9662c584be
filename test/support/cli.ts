/** The command line as people run it: the bundle in `dist/`, as a process, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(__dirname, '../..');
const bundle = join(root, 'dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Where the process starts, from the folder. */
  readonly cwd?: string;
  /** What it is given to read on stdin, which is closed otherwise. */
  readonly input?: string;
  /** The Node that runs it: this one, if nothing else is said. */
  readonly node?: string;
  /** A command that runs it in turn. */
  readonly through?: readonly string[];
  /** Given the process once it runs: to send it signals. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

/** Takes from root what lets it read every file, so that it meets what everybody meets. By util-linux, as below. */
export const withoutPrivilege: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** What a person types when the terminal shows something. */
export interface Answer {
  readonly to: RegExp;
  readonly type: string;
}

export interface OnTerminalOptions extends Pick<CliOptions, 'onSpawn'> {
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  /** How wide the terminal is; without, it doesn't say. */
  readonly columns?: number;
  /** What a shell is told after the command, `2>file` for instance. */
  readonly redirection?: string;
}

/** A folder with these files, gone when the test is over. */
export function cliFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-roles-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const clean = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_DATA_HOME: path('data'),
    // One for all: what a run leaves there makes the others quicker.
    XDG_CACHE_HOME: join(root, '.vscode-test/cache'),
    NO_COLOR: '1',
  };
  return {
    path,
    write,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    /** The text of the one file that a folder holds. */
    readOnly: (name: string) => {
      const [file = '', ...others] = readdirSync(path(name));
      if (others.length > 0) throw new Error(`${name} holds several files: ${[file, ...others].join(', ')}`);
      return readFileSync(join(path(name), file), 'utf8');
    },
    /** Runs `twilio-roles ARGS` here, with nothing of this machine's Twilio account in its environment. */
    run: (
      args: readonly string[],
      { env = {}, cwd = '.', input, node = process.execPath, through = [], onSpawn }: CliOptions = {},
    ): Promise<CliResult> => {
      const [command = node, ...rest] = [...through, node, bundle, ...args];
      const child = spawn(command, rest, {
        cwd: join(folder, cwd),
        env: { ...clean, ...env },
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      });
      child.stdin?.end(input);
      onSpawn?.(child);
      return finished(child);
    },
    /** The same on a terminal, where both streams are one. Needs util-linux's `script`, which Debian always has. */
    runOnTerminal: (
      args: readonly string[],
      answers: readonly Answer[],
      { env = {}, onSpawn, columns, redirection = '' }: OnTerminalOptions = {},
    ): Promise<CliResult> => {
      const words = [process.execPath, bundle, ...args].map((word) => `'${word}'`);
      const size = columns === undefined ? '' : `stty cols ${columns};`;
      const command = [size, 'exec', ...words, redirection].join(' ');
      const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
        cwd: folder,
        env: { ...clean, TERM: 'xterm', ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      onSpawn?.(child);
      const waiting = [...answers];
      let shown = '';
      child.stdout.on('data', (chunk) => {
        shown += String(chunk);
        const next = waiting[0];
        if (!next?.to.test(shown)) return;
        waiting.shift();
        shown = '';
        child.stdin.write(next.type);
      });
      return finished(child);
    },
  };
}

function finished(child: ChildProcess): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
