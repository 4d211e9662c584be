import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, YamlNode, YamlSequence } from '../document/model';
import type { Edit } from '../finding';
import { endOfLine } from './end-of-line';
import { permissionLists } from './permission-lists';

/**
 * The edits that put each list of permissions in alphabetical order, aliases last. A comment on an item's line or
 * right above it moves with it. A list that is set out by hand (in groups, nested, with anchors) is left as it is.
 */
export function sortPermissions(document: RolesDocument): Edit[] {
  return [...permissionLists(document)].flatMap(({ block, list }) => {
    const sorted = [...list.items].sort(byName);
    if (sorted.every((item, index) => item === list.items[index])) return [];
    if (!list.items.every(isMovable)) return [];
    return list.flow ? inPlaces(block, list, sorted) : byLines(block, list, sorted);
  });
}

function byName(one: YamlNode, other: YamlNode): number {
  if (one.kind !== 'scalar' || other.kind !== 'scalar') {
    return Number(one.kind !== 'scalar') - Number(other.kind !== 'scalar');
  }
  return one.value < other.value ? -1 : Number(one.value > other.value);
}

function isMovable(item: YamlNode): boolean {
  return (
    item.kind === 'alias' || (item.kind === 'scalar' && item.anchor === undefined && item.tag === undefined)
  );
}

/** Each place of the list gets the item that belongs there. A comment between them would lose its item. */
function inPlaces(block: Block, list: YamlSequence, sorted: readonly YamlNode[]): readonly Edit[] {
  if (block.text.slice(list.start, list.end).includes('#')) return [];
  return list.items.flatMap((place, index) => {
    const item = sorted[index] ?? place;
    return item === place
      ? []
      : [{ ...toFile(block, place), newText: block.text.slice(item.start, item.end) }];
  });
}

/** An item with the comment lines above it, up to the end of its line. */
const itemLines = /^(?:[ \t]*#[^\n]*\n)*[ \t]*-[ \t]+[^\n]*$/;

function byLines(block: Block, list: YamlSequence, sorted: readonly YamlNode[]): readonly Edit[] {
  const { text } = block;
  const [first] = list.items;
  if (!first) return [];
  const start = text.lastIndexOf('\n', first.start) + 1;
  const newline = text.slice(start).includes('\r\n') ? '\r\n' : '\n';
  let from = start;
  const chunks = new Map<YamlNode, string>();
  for (const item of list.items) {
    const end = endOfLine(text, item.end);
    chunks.set(item, text.slice(from, end));
    from = end + newline.length;
  }
  const isPlain = [...chunks.values()].every((lines) => itemLines.test(lines));
  if (!isPlain || /#[^\n]*\n[ \t]*$/.test(text.slice(0, start))) return [];
  const newText = sorted.map((item) => chunks.get(item) ?? '').join(newline);
  return [{ ...toFile(block, { start, end: from - newline.length }), newText }];
}
