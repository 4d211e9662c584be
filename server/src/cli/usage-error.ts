import { printable } from '../../../core/src/printable';

const name = 'UsageError';

/** A command that can't be carried out as it was said. The message is for the person; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = name;

  constructor(message: string) {
    // What it quotes may be a file's name, or another's.
    super(printable(message));
  }
}

/** Goes by the name: a command of the other bundle has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === name;
}
