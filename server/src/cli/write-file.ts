import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
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

/** @throws UsageError where both options are given, or there is no file to change. */
export function checkOutput(from: string | undefined, { write, out }: OutputOptions): void {
  if (write && out !== undefined) throw new UsageError('Use --write or --out, not both.');
  if (write && from === undefined) throw new UsageError('There is no file to change. Name it, or use --out.');
}

/** Puts a command's text where its options say: to stdout without any. */
export function output(
  text: string,
  from: string | undefined,
  options: OutputOptions,
  terminal: Terminal,
): void {
  checkOutput(from, options);
  const name = options.write ? from : options.out;
  if (name !== undefined) {
    writeFile(name, text, terminal);
    terminal.say(`Wrote ${name}.`);
  } else {
    terminal.out(text);
  }
}
