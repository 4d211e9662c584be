/** A command that can't be carried out as it was said. The message is for the person; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
