import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Edit } from '../finding';
import { pairOf } from '../rules/parts/fields';

/** The edit that makes a file one of Chat: its `product`, or a first line that says so. */
export function declareChat({ head }: RolesDocument): readonly Edit[] {
  const { node } = head.entry;
  const first = node?.kind === 'mapping' ? node.pairs[0] : undefined;
  if (node?.kind !== 'mapping' || !first) return [];
  const product = pairOf(node, 'product');
  if (!product) {
    const { start } = toFile(head, first.key);
    return [{ start, end: start, newText: node.flow ? 'product: chat, ' : 'product: chat\n' }];
  }
  const { key, value } = product;
  if (value && value.end > value.start) return [{ ...toFile(head, value), newText: 'chat' }];
  const colon = head.text.indexOf(':', key.end);
  return colon < 0 ? [] : [{ ...toFile(head, { start: colon, end: colon + 1 }), newText: ': chat' }];
}
