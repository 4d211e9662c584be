import type { Text } from '../../document/model';
import type { Fix } from '../../finding';
import { quoted, yamlWord } from './words';

/**
 * The fixes that write one of these values in place of a text, in its quotes; preferred where there is only one value.
 * None where the text comes in by an alias: it isn't written here.
 */
export function changeTo({ start, end, alias, style }: Text, values: readonly string[]): readonly Fix[] {
  if (alias !== undefined) return [];
  return values.map((value) => ({
    title: `Change to ${quoted(value)}`,
    edits: [{ start, end, newText: yamlWord(value, style) }],
    ...(values.length === 1 && { preferred: true }),
  }));
}
