import type { Span } from '../span';
import { touches } from '../span';
import type { AnchorBlock, Anchors } from './anchors';
import { toBlock, toFile } from './blocks';
import type { YamlContent } from './model';

/** An anchor and the aliases that stand for it. Spans count from the start of the file, `&` and `*` included. */
export interface AnchorUses {
  readonly anchor: Span;
  readonly aliases: readonly Span[];
}

/** The anchor that is written at an offset of the file, or that the alias there stands for. */
export function anchorUsesAt<B extends AnchorBlock>(
  anchors: Anchors<B>,
  block: B,
  offset: number,
): AnchorUses | undefined {
  const at = toBlock(block, offset);
  if (at === undefined) return undefined;
  const alias = block.tree.aliases.find((each) => touches(each, at));
  const node = alias
    ? anchors.resolve(alias)
    : block.tree.anchors.find(({ anchorSpan }) => anchorSpan && touches(anchorSpan, at));
  return node && usesOf(anchors, node);
}

function usesOf<B extends AnchorBlock>(anchors: Anchors<B>, node: YamlContent): AnchorUses | undefined {
  const name = node.anchor ?? '';
  const home = [...anchors.defined.each(name)].find(({ tree }) => tree.anchors.includes(node));
  if (!home || !node.anchorSpan) return undefined;
  const aliases = [...anchors.used.each(name)].flatMap((block) =>
    block.tree.aliases
      .filter((alias) => alias.name === name && anchors.resolve(alias) === node)
      .map((alias) => toFile(block, alias)),
  );
  return { anchor: toFile(home, node.anchorSpan), aliases: aliases.sort((a, b) => a.start - b.start) };
}
