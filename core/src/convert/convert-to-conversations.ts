import { isChatField, isRoleType, productOf, scopeOf, toConversationsPermission, typesOf } from '../catalog';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, Text } from '../document/model';
import type { Edit } from '../finding';
import { mappingsOf } from '../rules/parts/fields';
import { unknownKeys } from '../rules/parts/unknown-keys';
import { yamlWord } from '../rules/parts/words';
import { type Dropped, dropItems } from './drop-items';
import { type PermissionList, permissionLists } from './permission-lists';

/**
 * The edits that make a file of Chat one of Conversations: product, role types, permissions and keys. They touch
 * nothing else, so comments, anchors and order stay. A permission without a counterpart becomes a comment.
 */
export function convertToConversations(document: RolesDocument): Edit[] {
  return [
    ...product(document),
    ...keys(document),
    ...document.roles.flatMap(roleType),
    ...[...permissionLists(document)].flatMap((list) => permissions(document.text, list)),
  ];
}

function product({ head }: RolesDocument): readonly Edit[] {
  const { product } = head.entry;
  return product?.value === 'chat' ? [replace(head, product, 'conversations')] : [];
}

/** Keys that say what a key of ours says, in the words of Chat's API. */
function keys({ head }: RolesDocument): readonly Edit[] {
  // Aliases aren't followed: what they stand for isn't written there.
  return mappingsOf(head, () => undefined).flatMap(({ place, mapping }) =>
    [...unknownKeys(place, mapping)].flatMap(({ key, meant: [only, another] }) =>
      isChatField(key.value) && only && !another ? [replace(head, key, only)] : [],
    ),
  );
}

function roleType(block: RolesDocument['roles'][number]): readonly Edit[] {
  const { type } = block.entry;
  // What an alias brings in is written elsewhere.
  if (!type || type.alias !== undefined) return [];
  if (!isRoleType(type.value) || productOf(type.value) !== 'chat') return [];
  return [replace(block, type, scopeOf(type.value))];
}

function permissions(text: string, { block, list }: PermissionList): readonly Edit[] {
  const there = new Set(list.items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : [])));
  const edits: Edit[] = [];
  const dropped: Dropped[] = [];
  for (const item of list.items) {
    if (item.kind !== 'scalar' || !isChatsOwn(item.value)) continue;
    const counterpart = toConversationsPermission(item.value);
    if (counterpart !== undefined && !there.has(counterpart)) {
      there.add(counterpart);
      edits.push(replace(block, item, counterpart));
    } else if (item.anchor === undefined) {
      const reason =
        counterpart === undefined ? 'no counterpart in Conversations' : `the same as ${counterpart}`;
      dropped.push({ item, reason });
    }
  }
  return dropped.length > 0 ? [...edits, ...dropItems(text, block, list, dropped)] : edits;
}

function isChatsOwn(permission: string): boolean {
  return typesOf('chat', permission).length > 0 && typesOf('conversations', permission).length === 0;
}

function replace(block: Block, text: Text, word: string): Edit {
  return { ...toFile(block, text), newText: yamlWord(word, text.style) };
}
