import {
  type PermissionEntry,
  type PermissionStatus,
  permissionsOf,
  type RoleType,
  roleTypes,
} from '../catalog';
import type { RoleEntry } from '../document/model';
import type { EntryBlock } from './blocks';
import { aliasCompletions } from './complete-aliases';
import type { Completion, CompletionContext } from './completion-item';
import { describePermission } from './describe-permission';
import { typeOfRole } from './role-of';

const ranks: Readonly<Record<PermissionStatus, number>> = { documented: 0, undocumented: 1, doubtful: 2 };

/** Permissions that a role of this product and type may have and this one doesn't have yet, the safest first. */
export function permissionCompletions(context: CompletionContext): Completion[] {
  const { place, product } = context;
  const { word, entry } = place;
  if (word.value.startsWith('*')) return aliasCompletions(context, true);
  const type = typeOfRole(entry, product);
  const granted = grantedTo(entry, word.value);
  return [...offers(type ? [type] : roleTypes[product])]
    .filter(([permission]) => !granted.has(permission))
    .map(([permission, offer], index) => ({
      label: permission,
      kind: 'permission',
      documentation: describePermission(permission, product, type) ?? '',
      span: word,
      newText: permission,
      sort: `${ranks[offer.status]}${String(index).padStart(3, '0')}`,
      ...(offer.status !== 'documented' && { detail: offer.status }),
      ...(offer.status === 'doubtful' && { deprecated: true }),
    }));
}

function offers(types: readonly RoleType[]): ReadonlyMap<string, PermissionEntry> {
  return new Map(types.flatMap((type) => [...permissionsOf(type)]));
}

/** What the role has, by its list or, where that can't be read, by the words in its text; the typed word apart. */
function grantedTo(entry: EntryBlock | undefined, typed: string): ReadonlySet<string> {
  if (entry?.entry.kind !== 'role') return new Set();
  const { permissions }: RoleEntry = entry.entry;
  const words = permissions ? permissions.items.map(({ value }) => value) : (entry.text.match(/\w+/g) ?? []);
  const granted = new Set(words);
  if (words.filter((word) => word === typed).length < 2) granted.delete(typed);
  return granted;
}
