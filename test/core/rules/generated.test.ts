import { expect, it } from 'vitest';
import { rendered } from '../../../scripts/generate/outputs';

it('keeps the generated files as npm run generate would write them', () => {
  const stale = rendered().filter(({ before, after }) => before !== after);
  expect(stale.map(({ path }) => path)).toEqual([]);
});
