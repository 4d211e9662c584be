import type { Clock } from './clock';
import { TwilioError, type TwilioErrorKind } from './error';

/**
 * How a call may be repeated. `read` and `set` give the same result twice; so does `delete`, which finds nothing the
 * second time; a `create` would create twice.
 */
export type Repeatability = 'read' | 'set' | 'delete' | 'create';

const attempts = 5;
/** Doubled with each try: five tries take less than four seconds. */
const firstPause = 250;
/** A wait longer than this is for a person to decide. */
const longestWait = 60_000;

/**
 * Runs `attempt` until it succeeds, fails for good, has failed five times, or fails when a minute has gone. Pauses have
 * full jitter. A write that any of the tries may have done ends with an unknown outcome, whatever the last one says.
 */
export async function retry<T>(
  repeatability: Repeatability,
  attempt: (number: number) => Promise<T>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<T> {
  const started = clock.now();
  let maybeDone = false;
  for (let number = 1; ; number += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error;
      maybeDone ||= error.maybeDone;
      const { retryAfter = 0 } = error;
      const waited = clock.now() - started + retryAfter;
      if (number === attempts || waited > longestWait || !mayRepeat(error, repeatability)) {
        throw maybeDone && repeatability !== 'read' ? asUnknown(error) : error;
      }
      const pause = clock.random() * firstPause * 2 ** (number - 1);
      await clock.sleep(retryAfter + pause, signal);
    }
  }
}

const passing: readonly TwilioErrorKind[] = ['offline', 'rate-limited', 'conflict', 'server', 'unreadable'];

const mayRepeat = ({ kind, maybeDone }: TwilioError, repeatability: Repeatability): boolean =>
  passing.includes(kind) && !(maybeDone && repeatability === 'create');

function asUnknown(error: TwilioError): TwilioError {
  return new TwilioError({
    kind: 'unknown-outcome',
    subject: error.subject,
    what: 'the answer was lost, so it may have been done or not',
    remedy: 'Look at what is live before trying again.',
    ...(error.status !== undefined && { status: error.status }),
    ...(error.code !== undefined && { code: error.code }),
    ...(error.requestId !== undefined && { requestId: error.requestId }),
    maybeDone: true,
    cause: error,
  });
}
