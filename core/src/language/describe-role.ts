import { isRoleType, permissionsOf, scopeOf } from '../catalog';
import type { RolesDocument } from '../document/document';
import type { RoleEntry } from '../document/model';
import { type LiveNames, servicesOf } from './live-names';
import { bullets, nameText, paragraphs } from './markdown';
import { referencesTo } from './references';

/** What a role may do, who refers to it, and who has it live, as Markdown. */
export function describeRole(document: RolesDocument, live: LiveNames, role: RoleEntry): string {
  const name = role.friendlyName?.value ?? '';
  const type = role.type?.value ?? '';
  return paragraphs(
    `**${nameText(name)}**${type && ` (${nameText(type)} role)`}`,
    abilities(role),
    references(document, name, type),
    liveUsers(document, live, name, type),
  );
}

function abilities({ permissions, type }: RoleEntry): string | undefined {
  if (!permissions) return undefined;
  const catalog = type && isRoleType(type.value) ? permissionsOf(type.value) : new Map<string, never>();
  const names = [...new Set(permissions.items.map(({ value }) => value))];
  if (names.length === 0) return 'May do nothing.';
  const listed = names.map((permission) => {
    const meaning = catalog.get(permission)?.meaning;
    return nameText(permission) + (meaning ? `: ${meaning}` : '');
  });
  return `May:\n\n${bullets(listed)}`;
}

function references(document: RolesDocument, name: string, type: string): string | undefined {
  if (!isRoleType(type)) return undefined;
  const { users, defaults } = referencesTo(document, name, scopeOf(type));
  const parts = [
    ...(users.length > 0 ? [`${users.length} user${users.length === 1 ? '' : 's'} of this file`] : []),
    ...(defaults.length > 0 ? [`the default for ${defaults.map(({ key }) => `${key}s`).join(' and ')}`] : []),
  ];
  return parts.length > 0 ? `Given to ${parts.join(', ')}.` : undefined;
}

function liveUsers(document: RolesDocument, live: LiveNames, name: string, type: string): string | undefined {
  const counts = servicesOf(document, live).flatMap(({ sid, friendlyName = sid, roles = [] }) =>
    roles
      .filter((role) => role.friendlyName === name && role.type === type && live.userCounts.has(role.sid))
      .map((role) => `${live.userCounts.get(role.sid)} live in ${nameText(friendlyName)}`),
  );
  return counts.length > 0 ? `Users: ${counts.join(', ')}.` : undefined;
}
