import { createInterface } from 'node:readline/promises';

/**
 * Asks on stderr, so that stdout stays the answer. End of input counts as no answer: `undefined`.
 *
 * @throws AbortError at Ctrl-C, as everything does that is interrupted.
 */
export async function ask(question: string, output: NodeJS.WritableStream): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output });
  const interruption = new AbortController();
  lines.once('SIGINT', () => {
    interruption.abort();
    lines.close();
  });
  const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  let answer: string | undefined;
  try {
    answer = await Promise.race([lines.question(question), closed]);
  } catch (error) {
    // Ctrl-D, which ends the input, is told by rejecting, too.
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  } finally {
    lines.close();
  }
  // Nobody has pressed Enter: what is said next begins a line of its own.
  if (answer === undefined) output.write('\n');
  interruption.signal.throwIfAborted();
  return answer;
}
