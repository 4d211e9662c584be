import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vsix } from '../scripts/package';
import { zipEntries } from './support/zip';

// The test command makes it before anything else runs; on its own: npm run package.
describe('the .vsix', () => {
  it('holds what is needed in it, and nothing else', () => {
    expect([...zipEntries(readFileSync(vsix)).keys()].sort()).toEqual([]);
  });

  it('is small', () => {
    expect(readFileSync(vsix).length).toBeLessThan(700 * 1024);
  });
});
