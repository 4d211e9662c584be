import { TwilioError } from '../twilio/error';
import type { Failure } from './model';

/** An error as data. Keeps what Twilio's errors carry, and of every other error its message alone. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  const { status, code, requestId } = carried(error) ?? carried(error.cause) ?? {};
  return {
    message,
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
  };
}

function carried(error: unknown): TwilioError | undefined {
  return error instanceof TwilioError ? error : undefined;
}

/** Whether Twilio surely didn't do what it was asked. After any other error the write may have been done. */
export function surelyNotDone(error: unknown): boolean {
  return error instanceof TwilioError && !error.maybeDone;
}
