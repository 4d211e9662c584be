import type { RoleScope } from '../catalog';
import { productIn } from '../check';
import type { RolesDocument } from '../document/document';
import { keyInfo } from '../document/keys';
import { sidPrefix } from '../sid';
import type { Span } from '../span';
import type { EntryBlock } from './blocks';
import { describePermission } from './describe-permission';
import { describeRole } from './describe-role';
import { describeSid } from './describe-sid';
import { type LiveNames, noLiveNames } from './live-names';
import { bullets, nameText } from './markdown';
import { type CursorPlace, placeAt } from './place';
import { declarations, roleNameAt } from './role-name';
import { rolesNamed, typeOfRole } from './role-of';

/** What is to be known of the thing at an offset. */
export interface Hover {
  readonly span: Span;
  /** Markdown; what comes from the file or the account is escaped. */
  readonly markdown: string;
}

/** Explains the key, permission, role or SID at `offset`; `undefined` where there is none. */
export function hover(
  document: RolesDocument,
  offset: number,
  live: LiveNames = noLiveNames,
): Hover | undefined {
  const role = roleNameAt(document, offset);
  const named = role ? declarations(document, role) : [];
  const block = named.find((each) => each === document.blockAt(offset)) ?? named[0];
  if (role && block) return { span: role.span, markdown: describeRole(document, live, block.entry) };
  const place = placeAt(document, offset);
  if (!place || place.word.value === '') return undefined;
  const markdown = sidPrefix(place.word.value)
    ? describeSid(place.word.value, document, live)
    : describe(document, live, place);
  return markdown === undefined || markdown === '' ? undefined : { span: place.word, markdown };
}

function describe(
  document: RolesDocument,
  live: LiveNames,
  { word, meanings, entry }: CursorPlace,
): string | undefined {
  for (const meaning of meanings) {
    if (meaning.kind === 'key' && word.colon) return keyInfo(meaning.mapping, word.value)?.description;
    if (meaning.kind === 'service-name') return meaning.info.description;
    if (meaning.kind !== 'value') continue;
    const { value, info } = meaning;
    if (value === 'permissions') return describeAlias(word.value, entry);
    if (value === 'permission' || value === 'extension') {
      const product = productIn(document);
      const type = typeOfRole(entry, product);
      return describeAlias(word.value, entry) ?? describePermission(word.value, product, type);
    }
    if (value === 'default-role' || value === 'user-role')
      return describeNamed(document, live, word.value, info?.scope);
    return info?.description;
  }
  return undefined;
}

/** What an alias brings into a role's list. */
function describeAlias(word: string, block: EntryBlock | undefined): string | undefined {
  if (!word.startsWith('*') || block?.entry.kind !== 'role') return undefined;
  const brought = block.entry.permissions?.items.filter(({ alias }) => alias === word.slice(1)) ?? [];
  return bullets([...new Set(brought.map(({ value }) => nameText(value)))]);
}

/** For a reference in an entry that can't be read. */
function describeNamed(
  document: RolesDocument,
  live: LiveNames,
  name: string,
  scope: RoleScope | undefined,
): string | undefined {
  const [block] = rolesNamed(document, name, scope);
  return block && describeRole(document, live, block.entry);
}
