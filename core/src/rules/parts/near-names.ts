import { nearMisses } from '../../near-miss';

/** Each name is held against every one of the file. Where more are unknown than this, they aren't slips. */
const mostSlips = 5;

/** Names that the file doesn't have, with those of the file that they were most likely meant to be. */
export function nearNames(
  unknown: readonly string[],
  known: Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Set(unknown);
  if (names.size > mostSlips) return new Map();
  const candidates = [...known];
  return new Map([...names].map((name) => [name, nearMisses(name, candidates)]));
}
