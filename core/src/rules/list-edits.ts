import type { YamlNode, YamlSequence } from '../document/model';
import type { Edit } from '../finding';
import type { Span } from '../span';

/**
 * The edit that takes an item out of a list, with its dash or comma and a comment on its line.
 * `undefined` where the item isn't in the list itself (it may come in by an alias) or shares its line.
 */
export function removeItem(text: string, list: YamlNode | undefined, item: Span): Edit | undefined {
  if (list?.kind !== 'sequence') return undefined;
  for (const [index, each] of list.items.entries()) {
    if (each.start === item.start && each.end === item.end) {
      return list.flow ? removeFromFlow(list, index) : removeLines(text, each);
    }
    const inner = removeItem(text, each, item);
    if (inner) return inner;
  }
  return undefined;
}

function removeFromFlow({ items }: YamlSequence, index: number): Edit | undefined {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (!item) return undefined;
  if (after) return { start: item.start, end: after.start, newText: '' };
  return { start: before?.end ?? item.start, end: item.end, newText: '' };
}

function removeLines(text: string, { start, end }: Span): Edit | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^[ ]*- *(&\S+ +)?$/.test(text.slice(lineStart, start))) return undefined;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  if (!/^[ \t]*(#.*)?$/.test(text.slice(end, lineEnd).trimEnd())) return undefined;
  return { start: lineStart, end: lineEnd, newText: '' };
}
