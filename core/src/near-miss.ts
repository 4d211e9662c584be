import { distance } from 'fastest-levenshtein';

/**
 * The candidates that `text` was most likely meant to be: the same word in another case or spelling
 * (`send_message`, `SendMessage`), or within a few slips of the finger. Several where they are equally near.
 */
export function nearMisses(text: string, candidates: Iterable<string>): readonly string[] {
  const typed = fold(text);
  // A word that many letters too long is no slip, and measuring it would cost its length squared.
  if (typed.length < 3 || typed.length > 100) return [];
  let best = slipsAllowed(typed) + 1;
  let found: string[] = [];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - typed.length) > slipsAllowed(typed)) continue;
    const slips = slipsBetween(typed, folded);
    if (slips > best || slips > slipsAllowed(typed)) continue;
    if (slips < best) found = [];
    best = slips;
    if (!found.includes(candidate)) found.push(candidate);
  }
  return found;
}

/** ` did you mean "a" or "b"?`, or what to say where nothing is near. */
export function didYouMean(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `did you mean ${near.map((word) => `"${word}"`).join(' or ')}?`;
}

/** A word without what spellings differ in: case, spaces, `_` and `-`. */
export function fold(word: string): string {
  return word.replaceAll(/[\s_-]/g, '').toLowerCase();
}

function slipsAllowed(typed: string): number {
  return Math.max(1, Math.floor(typed.length * 0.25));
}

/** Levenshtein's distance, with two letters swapped counted as one slip. */
function slipsBetween(typed: string, candidate: string): number {
  const slips = distance(typed, candidate);
  return slips === 2 && typed.length === candidate.length && sorted(typed) === sorted(candidate) ? 1 : slips;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
