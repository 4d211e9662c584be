import { toFile } from '../document/blocks';
import type { Block, YamlNode, YamlScalar, YamlSequence } from '../document/model';
import type { Edit } from '../finding';
import { isComma } from '../rules/parts/list-edits';
import { endOfLine } from './end-of-line';

/** An item that leaves a list, with the reason that its comment gives. */
export interface Dropped {
  readonly item: YamlScalar;
  readonly reason: string;
}

/** The edits, counted in the file, that turn items of a list into comments. `text` is the file's. */
export function dropItems(
  text: string,
  block: Block,
  list: YamlSequence,
  dropped: readonly Dropped[],
): readonly Edit[] {
  if (!list.flow) return dropped.flatMap((each) => fromLines(block, each));
  const edits = fromFlow(block, list, dropped);
  if (edits.length === 0) return [];
  const lineEnd = endOfLine(text, toFile(block, list).end);
  const comments = dropped.map(({ item, reason }) => ` # ${item.value}: ${reason}`).join('');
  return [...edits, { start: lineEnd, end: lineEnd, newText: comments }];
}

function fromLines(block: Block, { item, reason }: Dropped): readonly Edit[] {
  const dash = block.text.lastIndexOf('-', item.start - 1);
  const { start, end } = toFile(block, { start: dash, end: item.end });
  return [
    { start, end: start + item.start - dash, newText: '# ' },
    { start: end, end, newText: `: ${reason}` },
  ];
}

/** Inside brackets there is no room for a comment: it follows at the end of the line. With comments there, nothing is done. */
function fromFlow(block: Block, { items, end }: YamlSequence, dropped: readonly Dropped[]): readonly Edit[] {
  const isPlain = items.slice(1).every((item, index) => isComma(block.text, items[index] ?? item, item));
  if (!isPlain) return [];
  const gone = new Set<YamlNode>(dropped.map(({ item }) => item));
  const lastKept = items.findLastIndex((item) => !gone.has(item));
  const edits = items.slice(0, Math.max(lastKept, 0)).flatMap((item, index) => {
    const next = items[index + 1];
    return gone.has(item) && next ? [{ start: item.start, end: next.start, newText: '' }] : [];
  });
  const tail = { start: items[lastKept]?.end ?? items[0]?.start ?? end, end: items.at(-1)?.end ?? end };
  if (lastKept < items.length - 1) edits.push({ ...tail, newText: '' });
  return edits.map((edit) => ({ ...edit, ...toFile(block, edit) }));
}
