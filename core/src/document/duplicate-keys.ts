import type { Finding } from '../finding';
import type { YamlPair, YamlScalar } from './model';

const none: readonly Finding[] = [];

/** The keys of one mapping that were there before. Only keys that are scalars are compared. */
export function repeatedKeys(pairs: readonly YamlPair[]): readonly Finding[] {
  if (pairs.length < 2 || areDistinct(pairs)) return none;
  const seen = new Map<string, YamlScalar>();
  const findings: Finding[] = [];
  for (const { key } of pairs) {
    if (key.kind !== 'scalar') continue;
    const first = seen.get(key.value);
    if (!first) {
      seen.set(key.value, key);
      continue;
    }
    findings.push({
      start: key.start,
      end: key.end,
      message: `"${key.value}" is here a second time; keep one of the two`,
      related: [{ start: first.start, end: first.end, message: `"${key.value}" is first here` }],
    });
  }
  return findings;
}

/** Whether no two keys are the same, told without making anything where there are few. */
function areDistinct(pairs: readonly YamlPair[]): boolean {
  if (pairs.length > 8) return false;
  return pairs.every(({ key }, n) => {
    for (let earlier = 0; earlier < n; earlier++) {
      const other = pairs[earlier]?.key;
      if (key.kind === 'scalar' && other?.kind === 'scalar' && key.value === other.value) return false;
    }
    return true;
  });
}
