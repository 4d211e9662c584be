/** Longer lists are rare, and comparing each with each would take too long. */
const mostCompared = 24;

/**
 * Whether two items of a list may have the same value. Answered for a short list without making anything, as it is
 * asked for every mapping and every role of a file; a long list may always repeat.
 */
export function mayRepeat<T>(items: readonly T[], valueIn: (item: T) => string | undefined): boolean {
  if (items.length > mostCompared) return true;
  for (let n = 1; n < items.length; n++) {
    const item = items[n];
    const value = item && valueIn(item);
    if (value === undefined) continue;
    for (let earlier = 0; earlier < n; earlier++) {
      const other = items[earlier];
      if (other && valueIn(other) === value) return true;
    }
  }
  return false;
}
