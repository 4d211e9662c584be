/** How often a crashed server is started again before a person is asked. */
export const restartLimit = { times: 5, within: 60_000 } as const;

/** Counts crashes; a server that dies all the time is left down. */
export function restartGuard(now: () => number = Date.now): () => boolean {
  let crashes: readonly number[] = [];
  return () => {
    const time = now();
    crashes = [...crashes.filter((crash) => time - crash < restartLimit.within), time];
    return crashes.length <= restartLimit.times;
  };
}
