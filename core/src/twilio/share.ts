/** Lets callers who want the same thing at the same time wait for one read of it. */
export interface Sharing {
  /** Starts a read, or joins one that runs. It is aborted when all who wait for it have gone. */
  join<T>(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Lets nobody join what runs now: called at a write, so that a read behind it sees it. */
  part(): void;
}

interface Shared {
  readonly result: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
}

export function createSharing(): Sharing {
  const running = new Map<string, Shared>();
  const begin = (key: string, start: (signal: AbortSignal) => Promise<unknown>): Shared => {
    const abort = new AbortController();
    const result = start(abort.signal).finally(() => {
      if (running.get(key) === shared) running.delete(key);
    });
    // Each who waits hears of a failure; nobody may be left to.
    result.catch(() => {});
    const shared = { result, abort, waiting: 0 };
    running.set(key, shared);
    return shared;
  };
  return {
    join: async <T>(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      const shared = running.get(key) ?? begin(key, start);
      shared.waiting += 1;
      let leave = (): void => {};
      const left = new Promise<never>((_, reject) => {
        leave = () => {
          shared.waiting -= 1;
          if (shared.waiting === 0) {
            if (running.get(key) === shared) running.delete(key);
            shared.abort.abort(signal?.reason);
          }
          reject(signal?.reason);
        };
      });
      signal?.addEventListener('abort', leave, { once: true });
      try {
        // A key names one kind of thing, so what was started under it is a T.
        return (await Promise.race([shared.result, left])) as T;
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    part: () => running.clear(),
  };
}
