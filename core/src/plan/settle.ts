import { surelyNotDone } from './failure';

/**
 * Does a write whose answer may get lost: what can be read afterwards says whether it was done. It is never sent
 * again, since a second create would make a second role.
 */
export async function settle<T>(write: () => Promise<T>, readBack: () => Promise<T | undefined>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (surelyNotDone(error)) throw error;
    const found = await readBack().catch(() => {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${message} Whether it was written couldn't be read back; plan again to see.`, {
        cause: error,
      });
    });
    if (found === undefined) throw error;
    return found;
  }
}
