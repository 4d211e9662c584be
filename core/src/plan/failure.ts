import type { Failure } from './model';

/** An error as data. Keeps what Twilio's errors carry, and of every other error its message alone. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status, requestId } = { ...carried(error.cause), ...carried(error) };
  return {
    message: error.message,
    ...(typeof code === 'number' && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof requestId === 'string' && { requestId }),
  };
}

function carried(error: unknown): { code?: unknown; status?: unknown; requestId?: unknown } {
  return error instanceof Error ? { ...error } : {};
}

/** Whether Twilio surely didn't do what it was asked. After any other error the write may have been done. */
export function surelyNotDone(error: unknown): boolean {
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
  return (
    kind === 'refused' ||
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    kind === 'not-found' ||
    kind === 'rate-limited'
  );
}
