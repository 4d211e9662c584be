import type { YamlNode, YamlSequence } from '../../document/model';
import type { Edit } from '../../finding';
import type { Span } from '../../span';

/**
 * The edit that takes an item out of a list, with its dash or comma and a comment on its line.
 * `undefined` where the item isn't in the list itself (it may come in by an alias), shares its line, or has an anchor:
 * other lists may use it.
 */
export function removeItem(text: string, list: YamlNode | undefined, item: Span): Edit | undefined {
  if (list?.kind !== 'sequence') return undefined;
  for (const [index, each] of list.items.entries()) {
    if (each.start === item.start && each.end === item.end) {
      if (each.kind !== 'alias' && each.anchor !== undefined) return undefined;
      return list.flow ? removeFromFlow(text, list, index) : removeLines(text, each);
    }
    const inner = removeItem(text, each, item);
    if (inner) return inner;
  }
  return undefined;
}

function removeFromFlow(text: string, { items }: YamlSequence, index: number): Edit | undefined {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (!item) return undefined;
  if (after)
    return isComma(text, item, after) ? { start: item.start, end: after.start, newText: '' } : undefined;
  if (!before) return { start: item.start, end: item.end, newText: '' };
  return isComma(text, before, item) ? { start: before.end, end: item.end, newText: '' } : undefined;
}

/** Whether nothing but a comma is between two items; a comment there may be about either. */
export function isComma(text: string, one: Span, next: Span): boolean {
  return /^\s*,\s*$/.test(text.slice(one.end, next.start));
}

function removeLines(text: string, { start, end }: Span): Edit | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^ *- *$/.test(text.slice(lineStart, start))) return undefined;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  if (!/^[ \t]*(#.*)?$/.test(text.slice(end, lineEnd).trimEnd())) return undefined;
  return { start: lineStart, end: lineEnd, newText: '' };
}
