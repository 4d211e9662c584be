import type { Finding } from '../finding';
import { mayRepeat } from './may-repeat';
import type { YamlPair, YamlScalar } from './model';

const none: readonly Finding[] = [];

/** The keys of one mapping that were there before. Only keys that are scalars are compared. */
export function repeatedKeys(pairs: readonly YamlPair[]): readonly Finding[] {
  if (!mayRepeat(pairs, nameOf) || new Set(pairs.map(nameOf)).size === pairs.length) return none;
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

function nameOf({ key }: YamlPair): string | undefined {
  return key.kind === 'scalar' ? key.value : undefined;
}
