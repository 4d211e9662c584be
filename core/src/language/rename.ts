import type { RolesDocument } from '../document/document';
import type { Edit } from '../finding';
import { yamlWord } from '../rules/parts/words';
import type { Span } from '../span';
import { type LiveNames, noLiveNames, servicesOf } from './live-names';
import { declarations, nameSpan, occurrences, roleNameAt } from './role-name';

/** What a rename would replace at `offset`: a role's name, wherever it is written; `undefined` elsewhere. */
export function renamable(
  document: RolesDocument,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const role = roleNameAt(document, offset);
  if (!role || declarations(document, role).length === 0) return undefined;
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
  if (!role || declarations(document, role).length === 0)
    return { refusal: 'There is no name of a role here' };
  if (name.trim() === '') return { refusal: 'A role needs a name of 1 to 64 characters' };
  if ([...name].length > 64)
    return { refusal: `A role's name has at most 64 characters, and this has ${[...name].length}` };
  if (name === role.name) return { edits: [] };
  const newText = yamlWord(name);
  const { own, references } = occurrences(document, role);
  const edits = [...own, ...references].map(({ start, end }) => ({ start, end, newText }));
  const notes = declarations(document, role).flatMap((block) => {
    const { type, sid, renamedFrom } = block.entry;
    const isLive = servicesOf(document, live)
      .flatMap(({ roles = [] }) => roles)
      .some((other) => other.friendlyName === role.name && other.type === type?.value);
    if (!isLive || sid || renamedFrom || name === role.name) return [];
    const { start, end } = nameSpan(block);
    const indent = columnOfKey(block.text, start - block.start);
    if (indent === undefined) return [];
    return [{ start: end, end, newText: `\n${' '.repeat(indent)}renamedFrom: ${yamlWord(role.name)}` }];
  });
  return { edits: [...edits, ...notes].sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The column of the `friendlyName` whose value begins at `start`, in block style on one line. */
function columnOfKey(text: string, start: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return /^[ -]*(?=friendlyName:[ \t]*$)/.exec(text.slice(lineStart, start))?.[0].length;
}
