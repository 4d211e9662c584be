import type { Failure } from './model';

/** An error as data. Keeps what Twilio's errors carry, and of every other error its message alone. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const own = carried(error);
  const { code, status, requestId } =
    own.requestId === undefined && own.code === undefined ? carried(error.cause ?? error) : own;
  return {
    message: error.message,
    ...(typeof code === 'number' && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof requestId === 'string' && { requestId }),
  };
}

function carried(error: unknown): { code?: unknown; status?: unknown; requestId?: unknown } {
  return error instanceof Error ? (error as { code?: unknown; status?: unknown; requestId?: unknown }) : {};
}

/**
 * Whether Twilio surely didn't do what it was asked. After any other error the write may have been done: "not found"
 * is also what a deletion says that is sent a second time.
 */
export function surelyNotDone(error: unknown): boolean {
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
  return kind === 'refused' || kind === 'unauthorized' || kind === 'forbidden' || kind === 'rate-limited';
}
