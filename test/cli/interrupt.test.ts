import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interruptible } from '../../server/src/cli/interrupt';

/** A clock that stands still, since the test is about what comes when; and nobody really exits. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a second Ctrl-C', () => {
  // npx and npm pass the same one on within a few milliseconds; no person is so fast.
  it.each([
    [5, false],
    [300, true],
  ])('after %i ms ends the process: %s', async (pause, ends) => {
    const aborted = await interruptible(async (signal) => {
      process.emit('SIGINT');
      vi.advanceTimersByTime(pause);
      process.emit('SIGINT');
      return signal.aborted;
    });
    expect(aborted).toBe(true);
    expect(vi.mocked(process.exit).mock.calls).toEqual(ends ? [[130]] : []);
  });
});
