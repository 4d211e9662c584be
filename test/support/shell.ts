/** A shell on a terminal, with a person who types. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface ShellOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the shell shows when it waits for a line. */
  readonly prompt: string;
}

/**
 * Starts a shell, types each line when it asks for one, and gives all that it showed. Needs util-linux's `script`, which
 * Debian always has.
 */
export async function typeInto(
  shell: string,
  lines: readonly string[],
  { cwd, env, prompt }: ShellOptions,
): Promise<string> {
  const child = spawn('script', ['--quiet', '--return', '--command', `exec ${shell}`, '/dev/null'], {
    cwd,
    env: { ...env, TERM: 'dumb' },
  });
  onTestFinished(() => void child.kill());
  const waiting = [...lines, 'exit'];
  let shown = '';
  let since = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk;
    since += chunk;
    if (!since.includes(prompt)) return;
    since = '';
    child.stdin.write(`${waiting.shift()}\r`);
  });
  await once(child, 'close');
  return shown;
}
