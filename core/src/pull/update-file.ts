import type { Live, LiveRole } from '../plan/model';
import { newDefaults, newEntries } from './additions';
import { roleLines, userLines } from './entries';
import { isNamed, matchedRoles, rolesIn, usersIn } from './matched-roles';
import { permissionEdits } from './permission-edits';
import { nodeUnder, type RolesSource, readSource } from './roles-source';
import { edited, type TextEdit } from './source-text';
import { defaultEdits, userEdits } from './value-edits';

export interface UpdateOptions {
  /** Adds roles and defaults that the file doesn't have. */
  readonly addMissing: boolean;
  /** Users to add where the file doesn't have them. */
  readonly users: Live['users'];
  /** The key under `services:`, for SIDs that are given for each service. */
  readonly serviceName: string | undefined;
}

/** A file's text, or what keeps it from being made. */
export type Pulled = { readonly text: string } | { readonly problem: string };

const defaultKeys = ['user', 'participant', 'creator'] as const;

/** The file with what is live; all that it says besides is left as it is. */
export function updateFile(existing: string, live: Live, options: UpdateOptions): Pulled {
  const file = readSource(existing);
  if ('unreadable' in file) return { problem: `The file can't be read as YAML: ${file.unreadable}` };
  const text = edited(existing, file.shared.settled(editsOf(file, live, options)));
  const after = readSource(text);
  if (!('unreadable' in after)) return { text };
  // The file was sound: it is our own edits that broke it.
  const problem = `Pull can't write into this file without breaking it (${after.unreadable}); pull into a new file instead.`;
  return { problem };
}

function editsOf(
  file: RolesSource,
  live: Live,
  { addMissing, users, serviceName }: UpdateOptions,
): readonly TextEdit[] {
  const roles = rolesIn(file);
  const matched = matchedRoles(roles, live, serviceName);
  const known = new Set(matched.values());
  const needed = new Set<string | undefined>(
    addMissing ? live.roles.map(({ sid }) => sid) : defaultSids(file, live),
  );
  const lacking = live.roles.filter(
    (role) =>
      needed.has(role.sid) &&
      !known.has(role) &&
      role.permissions.length > 0 &&
      !roles.some(({ entry }) => isNamed(entry, role)),
  );
  // A pinned role may have another name in the file.
  const byName = new Set(
    [...matched].flatMap(([{ entry }, role]) =>
      entry.friendlyName?.value === role.friendlyName ? role : [],
    ),
  );
  const inFile = (role: LiveRole) => byName.has(role) || lacking.includes(role);
  const entries = usersIn(file);
  const named = new Set(entries.flatMap(({ entry }) => [entry.identity?.value, entry.sid?.value]));
  return [
    ...[...matched].flatMap(([{ mapping }, role]) => {
      const list = nodeUnder(mapping, 'permissions');
      // A role without permissions can't be said in a file.
      return list && role.permissions.length > 0 ? permissionEdits(list, role.permissions, file) : [];
    }),
    ...newEntries(
      'roles',
      lacking.map((role) => roleLines(role, live, serviceName)),
      file,
    ),
    ...defaultEdits(live, file),
    ...(addMissing ? newDefaults(defaultKeys, live, file) : []),
    ...entries.flatMap((each) => {
      const { sid, identity } = each.entry;
      const user = live.users.find((other) =>
        sid ? other.sid === sid.value : other.identity === identity?.value,
      );
      return user ? userEdits(each, user, live, inFile, file) : [];
    }),
    ...newEntries(
      'users',
      users
        .filter(({ sid, identity }) => !named.has(sid) && !named.has(identity))
        .map((user) => userLines(user, live, inFile)),
      file,
    ),
  ];
}

/** Roles that the file's defaults are live: their names have to be the file's. */
function defaultSids({ root, shared }: RolesSource, live: Live): readonly (string | undefined)[] {
  const defaults = root && shared.follow(nodeUnder(root, 'defaults'));
  return defaultKeys
    .filter((key) => defaults?.kind === 'mapping' && nodeUnder(defaults, key))
    .map((key) => live.defaults[key]);
}
