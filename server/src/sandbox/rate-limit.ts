import { ApiError } from './api-error';

/** Refuses what goes over `limit` role and user writes in a second, for each service. */
export function createRateLimit(limit: number, now: () => number): (serviceSid: string) => void {
  const recent = new Map<string, number[]>();
  return (serviceSid) => {
    const time = now();
    const times = (recent.get(serviceSid) ?? []).filter((at) => at > time - 1000);
    recent.set(serviceSid, times);
    if (times.length >= limit) throw new ApiError(429, 20429, 'Too Many Requests', { 'retry-after': '1' });
    times.push(time);
  };
}
