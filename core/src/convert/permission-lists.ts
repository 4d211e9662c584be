import type { RolesDocument } from '../document/document';
import { valueUnder } from '../document/entries';
import { isExtensionKey } from '../document/keys';
import type { Block, YamlNode, YamlSequence } from '../document/model';

/** A list that permissions are written in: a role's, one inside it, or one that anchors keep under an `x-` key. */
export interface PermissionList {
  readonly block: Block;
  readonly list: YamlSequence;
}

export function* permissionLists({ head, roles }: RolesDocument): Iterable<PermissionList> {
  const root = head.entry.node;
  if (root?.kind === 'mapping') {
    for (const { key, value } of root.pairs) {
      if (key.kind === 'scalar' && isExtensionKey(key.value)) yield* listsIn(head, value, false);
    }
  }
  for (const block of roles) {
    const { node } = block.entry;
    if (node?.kind === 'mapping') yield* listsIn(block, valueUnder(node, 'permissions'), true);
  }
}

/** Under an `x-` key only what has an anchor can reach a role; the rest is the person's own. */
function* listsIn(block: Block, node: YamlNode | undefined, isReached: boolean): Iterable<PermissionList> {
  if (!node || node.kind === 'alias' || node.kind === 'scalar') return;
  const isList = isReached || node.anchor !== undefined;
  if (node.kind === 'mapping') {
    for (const { value } of node.pairs) yield* listsIn(block, value, isList);
    return;
  }
  if (isList) yield { block, list: node };
  for (const item of node.items) yield* listsIn(block, item, isList);
}
