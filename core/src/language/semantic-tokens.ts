import { isRoleType, type PermissionStatus, permissionsOf } from '../catalog';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, PermissionItem, RoleEntry } from '../document/model';
import { isSid } from '../sid';
import type { Span } from '../span';
import { entriesWithin } from './blocks';

/** A word that means more than a string. */
export interface SemanticToken extends Span {
  readonly kind: 'permission' | 'role' | 'type';
  /** Given by a catalog, but refused by Twilio at times. */
  readonly status?: PermissionStatus;
}

/** Known permissions, role types and role names in a part of the file: what isn't known stays a plain string. */
export function semanticTokens(document: RolesDocument, within: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const text of Object.values(document.head.entry.defaults)) {
    tokens.push({ ...toFile(document.head, text), kind: 'role' });
  }
  for (const block of entriesWithin(document.roles, within.start, within.end)) tokens.push(...ofRole(block));
  for (const block of entriesWithin(document.users, within.start, within.end)) {
    const { role } = block.entry;
    if (role && !isSid(role.value, 'RL')) tokens.push({ ...toFile(block, role), kind: 'role' });
  }
  // Aliases, and scalars of several lines, which tokens can't be, stay as they are.
  return tokens
    .filter(({ start, end }) => /^[^*\r\n][^\r\n]*$/.test(document.slice(start, end)))
    .filter(({ start, end }) => end >= within.start && start <= within.end)
    .sort((a, b) => a.start - b.start);
}

function* ofRole(block: Block<RoleEntry>): Generator<SemanticToken> {
  const { friendlyName, type, permissions } = block.entry;
  if (friendlyName) yield { ...toFile(block, friendlyName), kind: 'role' };
  if (!type || !isRoleType(type.value)) return;
  yield { ...toFile(block, type), kind: 'type' };
  const catalog = permissionsOf(type.value);
  for (const item of permissions?.items ?? []) {
    const status = catalog.get(item.value)?.status;
    if (status && own(item)) yield { ...toFile(block, item), kind: 'permission', status };
  }
}

function own({ alias }: PermissionItem): boolean {
  return alias === undefined;
}
