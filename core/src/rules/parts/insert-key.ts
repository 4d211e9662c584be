import type { YamlMapping, YamlPair } from '../../document/model';
import type { Edit } from '../../finding';

/** What stands before a pair's key on its line. */
function lineBefore(text: string, { key }: YamlPair): string {
  return text.slice(text.lastIndexOf('\n', key.start - 1) + 1, key.start);
}

/** How far a pair's key is indented, with dashes before it counted. */
export function indentOf(text: string, pair: YamlPair): string {
  return ' '.repeat(lineBefore(text, pair).length);
}

/**
 * The edits that write another key, in lines or in braces as the mapping is, right before a pair that it has.
 * None where the pair's key isn't the first thing on its line.
 */
export function insertBefore(
  text: string,
  { flow }: YamlMapping,
  pair: YamlPair,
  newKey: string,
): readonly Edit[] {
  const { start } = pair.key;
  if (flow) return [{ start, end: start, newText: `${newKey}, ` }];
  if (!/^[ -]*$/.test(lineBefore(text, pair))) return [];
  return [{ start, end: start, newText: `${newKey}\n${indentOf(text, pair)}` }];
}
