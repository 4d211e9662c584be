/** One block's text to a tree, as much of it as can be read. */
import type { Finding } from '../finding';
import type { InnerTree, Tree } from './node-builder';
import { parseYaml } from './yaml';

export interface Read {
  readonly tree: Tree;
  readonly syntax: readonly Finding[];
}

/** The text of one entry, its dash included. */
export function readEntry(text: string): Read {
  const { tree, error } = parseYaml(text);
  const node = tree.node?.kind === 'sequence' ? tree.node.items[0] : tree.node;
  return { tree: { ...tree, node }, syntax: error ? [error] : [] };
}

/** The head's text; entries that are inside it come out one by one. */
export function readHead(text: string): Read & { readonly inner: readonly InnerTree[] } {
  const { tree, inner, error } = parseYaml(text, ['roles', 'users']);
  return { tree, inner, syntax: error ? [error] : [] };
}
