import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const alive = new Set<ChildProcess>();

/** Ends every child of this process that is still running, and waits for that. */
export async function endChildren(): Promise<void> {
  await Promise.all([...alive].map(end));
}

/** Resolves when this process is asked to end, by Ctrl-C for instance. Its children aren't: they have groups of their own. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Ends a child, and then what it had started in turn: that may outlive it where it is only asked to go. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    await exited;
  }
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(ownGroup.detached ? -pid : pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A child leads a process group of its own where there are such: so its children can be ended with it. */
const ownGroup = { detached: process.platform !== 'win32' } as const;

/** Runs a command to its end, with its output kept for the error. Rejects where it can't run or fails. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, ...ownGroup, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}):\n${output.slice(-4000)}`);
  return output;
}

/** A child that was started to stay, with the lines that it writes. */
export interface Running {
  readonly pid: number | undefined;
  /** Resolves with the first match of `pattern` in a line of its output; rejects where the child ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Everything it wrote so far, for an error. */
  output(): string;
  /** Resolves when the child has ended, however it came to. */
  readonly ended: Promise<number | string>;
  /** Ends the child and waits for that. Ending it twice is fine. */
  stop(): Promise<void>;
}

/** Starts a command that serves until it is stopped. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Running {
  const child = spawn(command, args, { ...options, ...ownGroup, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream as Readable }).on('line', (line) => {
      lines.push(line);
      for (const listener of listeners) listener(line);
    });
  }
  const ended = exitOf(child).catch((error: Error) => error.message);
  const output = () => lines.join('\n');
  return {
    pid: child.pid,
    ended,
    output,
    async line(pattern) {
      for (const line of lines) {
        const match = pattern.exec(line);
        if (match) return match;
      }
      return new Promise((resolve, reject) => {
        const listener = (line: string) => {
          const match = pattern.exec(line);
          if (!match) return;
          listeners.delete(listener);
          resolve(match);
        };
        listeners.add(listener);
        void ended.then((code) =>
          reject(new Error(`${command} ended (${code}) before it was ready:\n${output()}`)),
        );
      });
    },
    stop: () => end(child),
  };
}

function exitOf(child: ChildProcess): Promise<number | string> {
  alive.add(child);
  return new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'ended'));
  }).finally(() => alive.delete(child));
}

/** Runs a command that writes to this terminal, and returns its exit code. */
export async function runShown(command: string, args: readonly string[], options: SpawnOptions = {}) {
  return exitOf(spawn(command, args, { ...options, stdio: 'inherit' }));
}
