import { expect, it } from 'vitest';
import { restartGuard, restartLimit } from '../../../client/src/language/restarts';

it('starts a server again that was killed, and leaves one down that dies all the time', () => {
  let now = 0;
  const mayRestart = restartGuard(() => now);
  const crashes = Array.from({ length: restartLimit.times }, mayRestart);
  expect(crashes).toEqual([true, true, true, true, true]);
  expect(mayRestart()).toBe(false);
  now += restartLimit.within;
  expect(mayRestart()).toBe(true);
});
