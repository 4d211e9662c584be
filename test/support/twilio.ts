import { type AccountSid, isSid } from '../../core/src/sid';
import type { TwilioAccount } from '../../core/src/twilio/api';
import type { Clock } from '../../core/src/twilio/clock';
import { type ConnectParts, connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import type { Sandbox } from '../../server/src/sandbox/sandbox';

export function accountSid(text: string): AccountSid {
  if (!isSid(text, 'AC')) throw new Error(`${text} is no account SID`);
  return text;
}

/** Signs in to a sandbox, by default with the auth token and no real pauses. */
export function connectTo(
  sandbox: Sandbox,
  options: Partial<ConnectOptions> = {},
  parts: ConnectParts = {},
): TwilioAccount {
  return connect(
    {
      accountSid: accountSid(sandbox.account.sid),
      credentials: { authToken: sandbox.token },
      sandbox: sandbox.url,
      ...options,
    },
    { clock: createFakeClock(), ...parts },
  );
}

export interface FakeClock extends Clock {
  /** Every pause that was asked for, in milliseconds. */
  readonly pauses: readonly number[];
}

/** Time that passes by sleeping alone, at once. `random` is what every draw gives. */
export function createFakeClock(random = 1): FakeClock {
  let time = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      pauses.push(milliseconds);
      time += milliseconds;
    },
    random: () => random,
  };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
