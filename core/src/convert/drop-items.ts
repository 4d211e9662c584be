import { toFile } from '../document/blocks';
import { lineStartOf } from '../document/lines';
import type { Block, YamlNode, YamlScalar, YamlSequence } from '../document/model';
import type { Edit } from '../finding';
import { isComma } from '../rules/parts/list-edits';
import type { Span } from '../span';
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
  const gone = new Set<YamlNode>(dropped.map(({ item }) => item));
  const kept = list.items.findLastIndex((item) => !gone.has(item));
  const [last, next] = [list.items[kept], list.items[kept + 1]].map((item) => item && toFile(block, item));
  const edits: Edit[] = [];
  let comments = '';
  for (const { item, reason } of dropped) {
    const span = toFile(block, item);
    const end = endOnOwnLine(text, span, item === list.items.at(-1));
    if (end !== undefined) {
      edits.push({ start: span.start, end: span.start, newText: '# ' });
      edits.push({ start: span.end, end, newText: `: ${reason}` });
      continue;
    }
    comments += ` # ${item.value}: ${reason}`;
    edits.push(...withoutComma(text, span));
    // The comma before those that go at the end goes with them.
    if (last && next?.start === span.start && isComma(text, last, next)) {
      edits.push({ start: last.end, end: next.start, newText: '' });
    }
  }
  if (comments === '') return edits;
  // Beside other items there is no room for a comment: it follows at the end of the line.
  const lineEnd = endOfLine(text, toFile(block, list).end);
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

/** Where an item between brackets ends, comma included, if it and a comment are all that its line has. */
function endOnOwnLine(text: string, { start, end }: Span, isLast: boolean): number | undefined {
  const before = text.slice(lineStartOf(text, start), start);
  const after = /^([ \t]*,)?[ \t]*(?:#.*)?$/.exec(text.slice(end, endOfLine(text, end)));
  if (before.trim() !== '' || !after || text.slice(start, end).includes('\n')) return undefined;
  const [, comma] = after;
  return comma === undefined && !isLast ? undefined : end + (comma ?? '').length;
}

/** An item between brackets and the comma after it; a comment between the two stays. */
function withoutComma(text: string, { start, end }: Span): readonly Edit[] {
  const [all = '', between = ''] = /^((?:\s|#.*)*),[ \t]*/.exec(text.slice(end)) ?? [];
  return [
    { start, end, newText: '' },
    { start: end + between.length, end: end + all.length, newText: '' },
  ];
}
