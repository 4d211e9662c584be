import { toBlock, toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, YamlNode } from '../document/model';
import { type Span, touches } from '../span';

/** What "expand selection" goes through from `offset` on: each span is larger than the one before. */
export function selection(document: RolesDocument, offset: number): readonly Span[] {
  const block = document.blockAt(offset);
  const inEntry = block.entry.kind !== 'head';
  const at = toBlock(block, offset);
  const within = at === undefined ? [] : nodesAt(block.entry.node, at).map((span) => toFile(block, span));
  const whole = { start: 0, end: document.length };
  const sizes = [...within.toReversed(), ...(inEntry ? [trimmed(block)] : []), whole];
  return sizes.filter((span, index) => {
    const before = sizes[index - 1];
    return !before || (span.start <= before.start && span.end >= before.end && length(span) > length(before));
  });
}

/** The spans around `at`, the widest first. */
function nodesAt(node: YamlNode | undefined, at: number): readonly Span[] {
  if (!node || !touches(node, at)) return [];
  const own = { start: node.start, end: node.end };
  if (node.kind === 'sequence') {
    return [
      own,
      ...nodesAt(
        node.items.find((item) => touches(item, at)),
        at,
      ),
    ];
  }
  if (node.kind !== 'mapping') return [own];
  for (const { key, value } of node.pairs) {
    const pair = { start: key.start, end: Math.max(key.end, value?.end ?? 0) };
    if (touches(pair, at)) return [own, pair, ...nodesAt(touches(key, at) ? key : value, at)];
  }
  return [own];
}

function trimmed(block: Block): Span {
  const lead = /^[ \t]*/.exec(block.text)?.[0].length ?? 0;
  return { start: block.start + lead, end: block.start + block.text.trimEnd().length };
}

function length({ start, end }: Span): number {
  return end - start;
}
