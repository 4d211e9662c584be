import { describe, expect, it } from 'vitest';
import { settle } from '../../../core/src/plan/settle';

/** A write whose answer is lost, and a read that finds what it did only after so many looks. */
function lost(looksInVain: number) {
  const waits: number[] = [];
  let looks = 0;
  const result = settle(
    () => Promise.reject(new Error('The answer was lost.')),
    async () => {
      looks += 1;
      return looks > looksInVain ? 'found' : undefined;
    },
    async (pause) => void waits.push(pause),
  );
  return { result, waits };
}

describe('a write whose answer was lost', () => {
  it.each([
    [0, []],
    [1, [500]],
    [2, [500, 2000]],
    [3, [500, 2000, 5000]],
  ])('is found after %i looks in vain', async (looksInVain, pauses) => {
    const { result, waits } = lost(looksInVain);
    expect(await result).toBe('found');
    expect(waits).toEqual(pauses);
  });

  it('fails with what befell it after four', async () => {
    const { result, waits } = lost(4);
    await expect(result).rejects.toThrow('The answer was lost.');
    expect(waits).toEqual([500, 2000, 5000]);
  });
});
