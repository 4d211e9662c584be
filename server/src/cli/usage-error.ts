const name = 'UsageError';

/** A command that can't be carried out as it was said. The message is for the person; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = name;
}

/** Goes by the name: a command of the other bundle has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === name;
}
