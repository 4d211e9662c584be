import type { RolesDocument } from '../document/document';
import { sidKinds, sidPrefix } from '../sid';
import { type LiveNames, liveName } from './live-names';
import { nameText, paragraphs } from './markdown';

/** What a SID names and what that is called live, as Markdown; `undefined` for no SID of a known kind. */
export function describeSid(sid: string, document: RolesDocument, live: LiveNames): string | undefined {
  const prefix = sidPrefix(sid);
  if (!prefix) return undefined;
  const kind = sidKinds[prefix];
  const name = liveName(live, sid);
  const service = (live.roles.get(sid) ?? live.users.get(sid))?.service;
  const pinned = [...document.index.rolesBySid.get(sid)].flatMap(
    ({ entry }) => entry.friendlyName?.value ?? [],
  );
  return paragraphs(
    name === undefined ? `SID of ${article(kind)} ${kind}` : `**${nameText(name)}** (live ${kind})`,
    liveRole(live, sid),
    service && `In ${nameText(service.friendlyName ?? service.sid)}.`,
    pinned.length > 0 ? `Pins ${pinned.map(nameText).join(', ')} of this file.` : undefined,
  );
}

function liveRole({ roles, userCounts }: LiveNames, sid: string): string | undefined {
  const role = roles.get(sid);
  if (!role) return undefined;
  const { type, permissions } = role;
  const count = userCounts.get(sid);
  const users = count === undefined ? '' : `, ${count} user${count === 1 ? '' : 's'}`;
  return `${nameText(type)} role, ${permissions.length} permission${permissions.length === 1 ? '' : 's'}${users}.`;
}

function article(kind: string): 'a' | 'an' {
  return /^[aeiA]/.test(kind) ? 'an' : 'a';
}
