/** The role that a place names: where it is declared, or where it is referred to. */
import { isRoleType, type RoleScope, roleScopes, scopeOf } from '../catalog';
import { toBlock, toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import { keyInfo } from '../document/keys';
import type { Block, RoleEntry, Text } from '../document/model';
import { isSid } from '../sid';
import { type Span, touches } from '../span';
import { referencesTo } from './references';
import { rolesNamed } from './role-of';

export interface RoleName {
  readonly name: string;
  /** The level that is meant; `undefined` where a role's type doesn't say. */
  readonly scope: RoleScope | undefined;
  /** Where the name is written, quotes included; counted from the start of the file. */
  readonly span: Span;
}

/** The role named at `offset`, by its own entry, by a user or by a default. */
export function roleNameAt(document: RolesDocument, offset: number): RoleName | undefined {
  return inEntry(document, offset) ?? inDefaults(document, offset);
}

/** Where roles of this name and level are declared, in the order of the file. */
export function declarations(
  document: RolesDocument,
  { name, scope }: RoleName,
): readonly Block<RoleEntry>[] {
  return rolesNamed(document, name, scope);
}

/** The place of a role's own name. */
export function nameSpan(block: Block<RoleEntry>): Span {
  const { friendlyName } = block.entry;
  return friendlyName ? toFile(block, friendlyName) : { start: block.start, end: block.start };
}

/** Everywhere that the name is written for this role, in the order of the file. */
export function occurrences(document: RolesDocument, role: RoleName): { own: Span[]; references: Span[] } {
  const own = declarations(document, role).map(nameSpan);
  const scopes: readonly RoleScope[] = role.scope ? [role.scope] : roleScopes;
  const references = scopes.flatMap((scope) => {
    const { users, defaults } = referencesTo(document, role.name, scope);
    return [...users, ...defaults.map(({ start, end }) => ({ start, end }))];
  });
  return { own, references: references.sort((a, b) => a.start - b.start) };
}

function inEntry(document: RolesDocument, offset: number): RoleName | undefined {
  const block = document.blockAt(offset);
  const at = toBlock(block, offset);
  const { entry } = block;
  if (at === undefined || entry.kind === 'head') return undefined;
  if (entry.kind === 'role') {
    const type = entry.type?.value ?? '';
    return named(block, entry.friendlyName, at, isRoleType(type) ? scopeOf(type) : undefined);
  }
  return entry.role && isSid(entry.role.value, 'RL') ? undefined : named(block, entry.role, at, 'service');
}

function inDefaults({ head }: RolesDocument, offset: number): RoleName | undefined {
  const at = toBlock(head, offset);
  if (at === undefined) return undefined;
  for (const [key, text] of Object.entries(head.entry.defaults)) {
    const found = named(head, text, at, keyInfo('defaults', key)?.scope);
    if (found) return found;
  }
  return undefined;
}

function named(
  block: Block,
  text: Text | undefined,
  at: number,
  scope: RoleScope | undefined,
): RoleName | undefined {
  return text && touches(text, at) ? { name: text.value, scope, span: toFile(block, text) } : undefined;
}
