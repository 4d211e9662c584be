import { type Document, isNode, parseDocument } from 'yaml';
import type { Live, LiveRole } from '../plan/model';
import { newDefaults, newEntries } from './additions';
import { roleLines, userLines } from './entries';
import { entriesOf, isNamed, matchedRoles } from './matched-roles';
import { permissionEdits } from './permission-edits';
import { edited, SourceText, type TextEdit } from './source-text';
import { defaultEdits, userEdits } from './value-edits';

export interface UpdateOptions {
  /** Adds roles and defaults that the file doesn't have. */
  readonly addMissing: boolean;
  /** Users to add where the file doesn't have them. */
  readonly users: Live['users'];
  /** The key under `services:`, for SIDs that are given for each service. */
  readonly serviceName: string | undefined;
}

/** A list that others take over by its anchor changes them too: they follow in the next round. */
const mostRounds = 8;

/** A file's text, or what keeps it from being made. */
export type Pulled = { readonly text: string } | { readonly problem: string };

/** The file with what is live; all that it says besides is left as it is. */
export function updateFile(existing: string, live: Live, options: UpdateOptions): Pulled {
  let text = existing;
  for (let round = 0; round < mostRounds; round += 1) {
    const doc = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
    const [error] = doc.errors;
    if (error) return { problem: `The file can't be read as YAML: ${error.message.split('\n')[0]}` };
    const edits = editsOf(doc, new SourceText(text), live, options);
    if (edits.length === 0) return { text };
    text = edited(text, edits);
  }
  return { problem: "The file's anchors are too entangled to be updated; pull into a new file instead." };
}

function editsOf(
  doc: Document,
  source: SourceText,
  live: Live,
  { addMissing, users, serviceName }: UpdateOptions,
): readonly TextEdit[] {
  const roles = entriesOf(doc, 'roles');
  const matched = matchedRoles(roles, live, serviceName);
  const known = new Set(matched.values());
  const needed = new Set<string | undefined>(
    addMissing ? live.roles.map(({ sid }) => sid) : defaultSids(doc, live),
  );
  const lacking = live.roles.filter(
    (role) =>
      needed.has(role.sid) &&
      !known.has(role) &&
      role.permissions.length > 0 &&
      !roles.some((entry) => isNamed(entry, role)),
  );
  // A pinned role may have another name in the file.
  const byName = new Set(
    [...matched].flatMap(([entry, role]) => (entry.text('friendlyName') === role.friendlyName ? role : [])),
  );
  const inFile = (role: LiveRole) => byName.has(role) || lacking.includes(role);
  const entries = entriesOf(doc, 'users');
  const named = new Set(entries.flatMap(({ text }) => [text('identity'), text('sid')]));
  return [
    ...[...matched].flatMap(([entry, role]) =>
      permissionsOf(entry.map.get('permissions', true), role, doc, source),
    ),
    ...newEntries(
      'roles',
      lacking.map((role) => roleLines(role, live)),
      doc,
      source,
    ),
    ...defaultEdits(live, doc, source),
    ...(addMissing ? newDefaults(['user', 'participant', 'creator'], live, doc, source) : []),
    ...entries.flatMap((entry) => {
      const sid = entry.text('sid');
      const user = live.users.find((each) =>
        sid ? each.sid === sid : each.identity === entry.text('identity'),
      );
      return user ? userEdits(entry, user, live, inFile, doc, source) : [];
    }),
    ...newEntries(
      'users',
      users
        .filter(({ sid, identity }) => !named.has(sid) && !named.has(identity))
        .map((user) => userLines(user, live, inFile)),
      doc,
      source,
    ),
  ];
}

/** Roles that the file's defaults are live: their names have to be the file's. */
function defaultSids(doc: Document, live: Live): readonly (string | undefined)[] {
  return (['user', 'participant', 'creator'] as const)
    .filter((key) => doc.hasIn(['defaults', key]))
    .map((key) => live.defaults[key]);
}

function permissionsOf(
  node: unknown,
  role: LiveRole,
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  // A role without permissions can't be said in a file.
  return isNode(node) && role.permissions.length > 0
    ? permissionEdits(node, role.permissions, doc, source)
    : [];
}
