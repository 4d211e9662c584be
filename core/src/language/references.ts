/** Roles of the file by name, and everything that refers to one. */
import type { RoleScope } from '../catalog';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import { keyInfo } from '../document/keys';
import type { DefaultKey, Text } from '../document/model';
import type { Span } from '../span';

export interface RoleReferences {
  /** Where users name the role; counted from the start of the file. */
  readonly users: readonly Span[];
  readonly defaults: readonly (Span & { readonly key: DefaultKey })[];
}

/** Who refers to the role of this name on this level: the place of a reference says which level is meant. */
export function referencesTo({ head, index }: RolesDocument, name: string, scope: RoleScope): RoleReferences {
  const users =
    scope === 'service'
      ? [...index.usersByRole.get(name)].flatMap((block) => {
          const { role } = block.entry;
          return role ? [toFile(block, role)] : [];
        })
      : [];
  const defaults = Object.entries(head.entry.defaults)
    .filter((entry): entry is [DefaultKey, Text] => entry[1]?.value === name)
    .filter(([key]) => keyInfo('defaults', key)?.scope === scope)
    .map(([key, text]) => ({ key, ...toFile(head, text) }));
  return { users: users.sort((a, b) => a.start - b.start), defaults };
}
