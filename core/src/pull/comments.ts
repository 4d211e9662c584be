/** Comments in YAML text. A tree has none: they are what stands between the scalars and begins with a `#`. */
import type { YamlNode } from '../document/model';
import type { Span } from '../span';

/** The comments of a stretch of text that holds these nodes, in their order. */
export function commentsIn(
  text: string,
  { start, end }: Span,
  nodes: readonly YamlNode[],
): readonly string[] {
  const comments: string[] = [];
  let at = start;
  for (const leaf of [...nodes.flatMap((node) => leavesOf(node, text)), { start: end, end }]) {
    comments.push(...(text.slice(at, leaf.start).match(/(?<!\S)#[^\r\n]*/g) ?? []));
    at = leaf.end;
  }
  return comments;
}

/** Lines as comments, from a column on. What is a comment already stays one. */
export function commentedOut(lines: string, column: number): string {
  return lines.replace(
    /^[ \t]*(?=[^\s#])/gm,
    (indent) => `${indent.slice(0, column)}# ${indent.slice(column)}`,
  );
}

/** Where no comment can be. */
function leavesOf(node: YamlNode, text: string): readonly Span[] {
  switch (node.kind) {
    case 'alias':
      return [node];
    case 'scalar': {
      const isBlock = node.style === 'literal' || node.style === 'folded';
      // There may be one after the `|`.
      const header = isBlock ? text.slice(node.start, node.end).search(/[\r\n]|$/) : 0;
      return [{ start: node.start + header, end: node.end }];
    }
    case 'sequence':
      return node.items.flatMap((item) => leavesOf(item, text));
    case 'mapping':
      return node.pairs.flatMap(({ key, value }) => [
        ...leavesOf(key, text),
        ...(value ? leavesOf(value, text) : []),
      ]);
  }
}
