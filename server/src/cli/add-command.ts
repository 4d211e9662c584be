import type { Command } from 'commander';

/** Where a command's action leaves the exit code. */
export interface Outcome {
  code: number;
}

/** Declares a command with its examples. */
export type AddCommand = (usage: string, summary: string, ...examples: readonly string[]) => Command;
