import { type Command, Option } from 'commander';
import type { Terminal } from './terminal';

/** Declares a command with its examples. */
export type AddCommand = (usage: string, summary: string, ...examples: readonly string[]) => Command;

/** What an action works with. */
export interface Running {
  readonly terminal: Terminal;
  /** The exit code, which the action sets. */
  code: number;
}

/** Declares one command: its options, and what it does. */
export type Declare = (command: AddCommand, running: Running) => void;

/** `--format` with its choices, of which the first is taken without it. */
export function formatOption(...choices: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default(choices[0]);
}

/** For an option that may be repeated: all its values. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** For the end of a command's help: what a script may build on. */
export function exitCodes(codes: Readonly<Record<number, string>>): string {
  const lines = Object.entries({ ...codes, 130: 'interrupted' });
  return `\nExit codes:\n${lines.map(([code, meaning]) => `  ${code.padEnd(5)}${meaning}`).join('\n')}`;
}
