import { isRoleType, type Product, type RoleScope, type RoleType, roleTypes } from '../catalog';
import type { RolesDocument } from '../document/document';
import type { Block, RoleEntry } from '../document/model';
import type { EntryBlock } from './blocks';

/** A role's type, from its text where the entry can't be read. Only a type of the product is one. */
export function typeOfRole(block: EntryBlock | undefined, product: Product): RoleType | undefined {
  if (block?.entry.kind !== 'role') return undefined;
  const type = block.entry.type?.value ?? /\btype["']?:[ \t]*["']?(\w+)/.exec(block.text)?.[1] ?? '';
  return isRoleType(type) && roleTypes[product].includes(type) ? type : undefined;
}

/** The roles that a name means in a place that asks for this level: those of the level, or else any of the name. */
export function rolesNamed(
  { index }: RolesDocument,
  name: string,
  scope: RoleScope | undefined,
): readonly Block<RoleEntry>[] {
  const ofScope = scope ? [...index.rolesByScope[scope].get(name)] : [];
  const found = ofScope.length > 0 ? ofScope : [...index.roles.get(name)];
  return found.sort((a, b) => a.start - b.start);
}
