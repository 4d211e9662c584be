import type { YamlAlias } from '../../document/model';
import type { Finding } from '../../finding';
import type { Found } from '../rule';

/**
 * What is found in what an alias brings in, told at the alias; as it was found where there is none. It is written
 * elsewhere, so only the whole file can be mended. And the first finding is enough: an alias may bring a thousand.
 */
export function atAlias<F extends Found>(alias: YamlAlias | undefined, found: F): F | readonly Finding[] {
  if (!alias) return found;
  for (const { message, fixes = [] } of found ?? []) {
    const { start, end } = alias;
    return [{ start, end, message, fixes: fixes.filter(({ wholeFile }) => wholeFile) }];
  }
  return [];
}
