import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { printable } from '../../../core/src';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface OutputOptions {
  /** Change the file that was read. */
  readonly write?: boolean;
  /** Write to this file instead. */
  readonly out?: string;
}

/** Writes a whole file or nothing of it. An error names the file, or the folder that isn't there. */
export function writeFile(name: string, text: string, terminal: Terminal): void {
  const path = resolve(terminal.cwd, name);
  try {
    writeFileAtomic.sync(path, text);
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    throw Object.assign(failure, { path: failure.code === 'ENOENT' ? dirname(path) : path });
  }
}

/** Whether a file has anything to lose. What `mktemp` made hasn't, nor has a folder, which can't be written anyhow. */
export function holdsText(name: string, { cwd }: Terminal): boolean {
  const stat = statSync(resolve(cwd, name), { throwIfNoEntry: false });
  return Boolean(stat?.isFile() && stat.size > 0);
}

/**
 * Before anybody waits for the network. A file that is there already is written only where it is the one that was read:
 * what stands in any other by hand would be lost. `instead` says what else can be done for it.
 *
 * @throws UsageError where it is, where both options are given, or where there is no file to change.
 */
export function checkOutput(
  from: string | undefined,
  { write, out }: OutputOptions,
  terminal: Terminal,
  instead = 'Remove it first',
): void {
  if (write && out !== undefined) throw new UsageError('Use --write or --out, not both.');
  if (write && from === undefined) throw new UsageError('There is no file to change. Name it, or use --out.');
  if (out === undefined || !holdsText(out, terminal)) return;
  if (from !== undefined && resolve(terminal.cwd, from) === resolve(terminal.cwd, out)) return;
  throw new UsageError(`"${out}" is there already. ${instead}, or name another file.`);
}

/** Puts a command's text where its options, which `checkOutput` has looked at, say: to stdout without any. */
export function output(
  text: string,
  from: string | undefined,
  options: OutputOptions,
  terminal: Terminal,
): void {
  const name = options.write ? from : options.out;
  if (name !== undefined) {
    writeFile(name, text, terminal);
    terminal.say(`Wrote ${printable(name)}.`);
  } else {
    terminal.out(text);
  }
}
