import { toBlock, toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, YamlNode } from '../document/model';
import { type Span, touches } from '../span';

/** What "expand selection" goes through from `offset` on: each span is larger than the one before. */
export function selection(document: RolesDocument, offset: number): readonly Span[] {
  const block = document.blockAt(offset);
  const around = block.entry.kind === 'head' ? [] : [trimmed(block), ...listAround(document, block)];
  const at = toBlock(block, offset);
  const within = at === undefined ? [] : nodesAt(block.entry.node, at).map((span) => toFile(block, span));
  const whole = { start: 0, end: document.length };
  const sizes = [...within.toReversed(), ...around, whole];
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

/** The list that an entry is in, from its key at the top on: the next key ends it. Nothing where that key can't be read. */
function listAround(document: RolesDocument, { entry, start }: Block): readonly Span[] {
  const { head } = document;
  const name = entry.kind === 'role' ? 'roles' : 'users';
  let from: number | undefined;
  let to = document.length;
  for (const { key } of head.entry.node?.kind === 'mapping' ? head.entry.node.pairs : []) {
    const at = toFile(head, key).start;
    if (at > start) to = Math.min(to, at);
    else if (key.kind === 'scalar' && key.value === name) from = at;
  }
  return from === undefined ? [] : [{ start: from, end: from + document.slice(from, to).trimEnd().length }];
}

function trimmed(block: Block): Span {
  const lead = /^[ \t]*/.exec(block.text)?.[0].length ?? 0;
  return { start: block.start + lead, end: block.start + block.text.trimEnd().length };
}

function length({ start, end }: Span): number {
  return end - start;
}
