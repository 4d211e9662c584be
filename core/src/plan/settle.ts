import { surelyNotDone } from './failure';

/** How long to wait before each look at what a write did, in milliseconds: a read may lag behind it. */
const pauses = [0, 500, 2000, 5000] as const;

/**
 * Does a write whose answer may get lost: what can be read afterwards says whether it was done. It is never sent
 * again, since a second create would make a second role.
 */
export async function settle<T>(
  write: () => Promise<T>,
  readBack: () => Promise<T | undefined>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (surelyNotDone(error)) throw error;
    for (const pause of pauses) {
      if (pause > 0) await wait(pause);
      const found = await readBack().catch(() => {
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message} Whether it was done couldn't be read back; plan again to see.`, {
          cause: error,
        });
      });
      if (found !== undefined) return found;
    }
    throw error;
  }
}
