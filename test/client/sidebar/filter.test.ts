import { describe, expect, it } from 'vitest';
import { everything, isFiltering, matches } from '../../../client/src/sidebar/filter';

describe('the filter', () => {
  it('lets everything through at first', () => {
    expect(isFiltering(everything)).toBe(false);
    expect(matches(everything, undefined)).toBe(true);
  });

  it('finds a text anywhere, whatever its case', () => {
    const filter = { ...everything, text: 'SUPer' };
    expect(isFiltering(filter)).toBe(true);
    expect(matches(filter, 'Head Supervisor')).toBe(true);
    expect(matches(filter, 'Agent', undefined, 'supervise')).toBe(true);
    expect(matches(filter, 'Agent', undefined)).toBe(false);
  });

  it('counts a hidden kind as filtering', () => {
    expect(isFiltering({ text: '', kinds: new Set(['user']) })).toBe(true);
  });
});
