import { type RoleScope, scopeOf } from '../catalog';
import { headEntry } from '../document/head';
import type { UserEntry } from '../document/model';
import type { Live, LiveUser } from '../plan/model';
import { attributesEdits } from './attributes-edits';
import { defaultText, type InFile, roleText } from './entries';
import type { FileEntry } from './matched-roles';
import { nodeUnder, type RolesSource } from './roles-source';
import { scalar } from './scalar';
import type { TextEdit } from './source-text';

/** Fields of a user that the file gives and that aren't so. Those that it doesn't give aren't managed, and stay out. */
export function userEdits(
  { mapping, entry }: FileEntry<UserEntry>,
  user: LiveUser,
  live: Live,
  inFile: InFile,
  file: RolesSource,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const put = (key: string, wanted: string, isSo: boolean, newText: string) => {
    const node = nodeUnder(mapping, key);
    if (node && !file.shared.says(node, wanted, isSo)) edits.push(file.source.replace(node, newText));
  };
  const role = user.roleSid && roleText(user.roleSid, live, inFile);
  if (entry.role && role) {
    put('role', `role ${user.roleSid}`, means(entry.role.value, 'service', user.roleSid, live), role);
  }
  const { friendlyName = '', attributes = '{}' } = user;
  if (entry.friendlyName) {
    put(
      'friendlyName',
      `text ${friendlyName}`,
      entry.friendlyName.value === friendlyName,
      scalar(friendlyName),
    );
  }
  return [...edits, ...(entry.attributes ? attributesEdits(entry.attributes, attributes, file) : [])];
}

/** Defaults that the file gives and that aren't so. */
export function defaultEdits(live: Live, { root, source, shared }: RolesSource): readonly TextEdit[] {
  const mapping = root && shared.follow(nodeUnder(root, 'defaults'));
  if (mapping?.kind !== 'mapping') return [];
  const { defaults } = headEntry(root, shared.resolve);
  return (['user', 'participant', 'creator'] as const).flatMap((key) => {
    const node = nodeUnder(mapping, key);
    const name = defaults[key]?.value;
    const scope = key === 'user' ? 'service' : 'conversation';
    const sid = live.defaults[key];
    const newText = defaultText(key, live);
    if (!node || name === undefined || newText === undefined) return [];
    return shared.says(node, `role ${sid}`, means(name, scope, sid, live))
      ? []
      : [source.replace(node, newText)];
  });
}

/** Whether a name or a SID is that of this role. */
function means(named: string, scope: RoleScope, sid: string | undefined, live: Live): boolean {
  const role = live.roles.find((other) => other.sid === sid);
  return (
    role !== undefined &&
    (named === role.sid || (named === role.friendlyName && scopeOf(role.type) === scope))
  );
}
