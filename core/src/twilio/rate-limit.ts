import type { Clock } from './clock';

/** Twilio takes 30 role and user writes a second for a service; reads aren't counted. */
const writesPerSecond = 30;

/** Waits until one more write to a service is within the limit. Callers are let through in the order that they came. */
export type RateLimit = (service: string, signal?: AbortSignal) => Promise<void>;

/** One for each account: whoever writes to a service must share it. */
export function createRateLimit(clock: Clock, limit = writesPerSecond): RateLimit {
  // For each service, when its last writes were let through, oldest first; never more than `limit` of them.
  const starts = new Map<string, number[]>();
  return async (service, signal) => {
    const times = starts.get(service) ?? [];
    starts.set(service, times);
    const oldest = times.length < limit ? undefined : times.shift();
    const now = clock.now();
    const start = oldest === undefined ? now : Math.max(now, oldest + 1000);
    // Taken before waiting, so that the next caller queues behind it.
    times.push(start);
    if (start > now) await clock.sleep(start - now, signal);
  };
}
