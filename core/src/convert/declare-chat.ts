import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Edit } from '../finding';

/** The edit that makes a file one of Chat: its `product`, or a first line that says so. */
export function declareChat({ head }: RolesDocument): readonly Edit[] {
  const { product, node } = head.entry;
  if (product) return product.value === 'chat' ? [] : [{ ...toFile(head, product), newText: 'chat' }];
  const first = node?.kind === 'mapping' ? node.pairs[0] : undefined;
  if (node?.kind !== 'mapping' || !first) return [];
  const { start } = toFile(head, first.key);
  return [{ start, end: start, newText: node.flow ? 'product: chat, ' : 'product: chat\n' }];
}
