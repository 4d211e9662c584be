import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Span } from '../span';
import { type LiveNames, servicesOf } from './live-names';

/** What a lens offers or tells; what a `status` says is worked out when it is in sight. */
export type Lens = Span &
  (
    | { readonly kind: 'plan' | 'deploy' | 'status'; readonly service?: string }
    | { readonly kind: 'users'; readonly users: number }
  );

/** Lenses on roles beyond this many aren't made: nobody scrolls past them all, and an editor asks for all at once. */
const mostRoles = 500;

/** Plan, Deploy and how things stand above each service, and how many users have a role above each role. */
export function lenses(document: RolesDocument, live: LiveNames): readonly Lens[] {
  return [...serviceLenses(document, live), ...roleLenses(document, live)];
}

function* serviceLenses(document: RolesDocument, live: LiveNames): Generator<Lens> {
  const { head } = document;
  const { services } = head.entry;
  const isLive = servicesOf(document, live).some(({ roles }) => roles !== undefined);
  for (const { name, sid } of services) {
    const text = name ?? sid;
    if (!text) continue;
    const place = { ...toFile(head, text), ...(name && { service: name.value }) };
    yield { ...place, kind: 'plan' };
    yield { ...place, kind: 'deploy' };
    if (isLive) yield { ...place, kind: 'status' };
  }
  const [first] = document.roles;
  if (services.length > 0 || !first) return;
  // The file doesn't say where to; a deploy asks.
  yield { kind: 'plan', start: 0, end: 0 };
  yield { kind: 'deploy', start: 0, end: 0 };
}

function* roleLenses(document: RolesDocument, live: LiveNames): Generator<Lens> {
  const counts = userCounts(document, live);
  if (counts.size === 0) return;
  for (const block of document.roles.slice(0, mostRoles)) {
    const { friendlyName, type } = block.entry;
    const users = friendlyName && type && counts.get(`${type.value} ${friendlyName.value}`);
    if (users !== undefined)
      yield { ...toFile(block, friendlyName ?? { start: 0, end: 0 }), kind: 'users', users };
  }
}

/** Users by type and name of their role, over the services that the file is deployed to. */
function userCounts(document: RolesDocument, live: LiveNames): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { roles = [] } of servicesOf(document, live)) {
    for (const { sid, type, friendlyName } of roles) {
      const users = live.userCounts.get(sid);
      const key = `${type} ${friendlyName}`;
      if (users !== undefined) counts.set(key, (counts.get(key) ?? 0) + users);
    }
  }
  return counts;
}
