import type { RolesDocument } from '../document/document';
import type { Block, RoleEntry } from '../document/model';
import type { Edit } from '../finding';
import { quoted, yamlWord } from '../rules/parts/words';
import type { Span } from '../span';
import { type LiveNames, noLiveNames } from './live-names';
import { renamedFromEdits } from './renamed-from';
import { declarations, occurrences, type RoleName, roleNameAt } from './role-name';

/** What a rename would replace at `offset`: a role's name, wherever it is written; `undefined` elsewhere. */
export function renamable(
  document: RolesDocument,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const role = roleNameAt(document, offset);
  if (!role || !isWritten(document, role.span) || named(document, role).length === 0) return undefined;
  return { span: role.span, name: role.name };
}

/**
 * Renames the role at `offset` in its entry, for its users and as a default. One that is live under the old name also
 * says so by `renamedFrom`, so that a deploy moves its users instead of leaving them behind.
 */
export function rename(
  document: RolesDocument,
  offset: number,
  name: string,
  live: LiveNames = noLiveNames,
): { readonly edits: readonly Edit[] } | { readonly refusal: string } {
  const role = roleNameAt(document, offset);
  const roles = role ? named(document, role) : [];
  if (!role || !isWritten(document, role.span) || roles.length === 0)
    return { refusal: 'There is no name of a role here' };
  if (name.trim() === '') return { refusal: 'A role needs a name of 1 to 64 characters' };
  if ([...name].length > 64)
    return { refusal: `A role's name has at most 64 characters, and this has ${[...name].length}` };
  if (name === role.name) return { edits: [] };
  if (isTaken(document, role, name))
    return { refusal: `Another role of this type is called ${quoted(name)}; choose another name` };
  const newText = yamlWord(name);
  const { own, references } = occurrences(document, role);
  const edits = [...own, ...references]
    .filter((span) => isWritten(document, span))
    .map(({ start, end }) => ({ start, end, newText }));
  const change = { before: role.name, after: name };
  const notes = roles.flatMap((block) => renamedFromEdits(document, block, change, live));
  return { edits: [...edits, ...notes].sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Two roles of one name couldn't be told apart, nor could what refers to them. */
function isTaken({ index }: RolesDocument, { scope }: RoleName, name: string): boolean {
  return (scope ? index.rolesByScope[scope] : index.roles).get(name).size > 0;
}

/** The roles whose name is there to be changed. One that an alias brings in changes where it is written. */
function named(document: RolesDocument, role: RoleName): readonly Block<RoleEntry>[] {
  return declarations(document, role).filter(({ entry }) => entry.friendlyName?.alias === undefined);
}

/** Whether a name is written here, and not brought in by an alias. No other value begins as an alias does. */
function isWritten(document: RolesDocument, { start }: Span): boolean {
  return document.slice(start, start + 1) !== '*';
}
