import type { Product } from '../catalog';
import { desired } from '../document/desired';
import type { RolesDocument } from '../document/document';
import type { LiveServiceSnapshot, LiveSnapshot } from '../live-snapshot';
import { matchRoles } from '../plan/match';
import type { Live, LiveDefaults, LiveRole } from '../plan/model';
import { renames } from '../plan/renames';
import { roleChanges } from '../plan/role-changes';
import { defaultChanges } from '../plan/user-changes';
import { wantedOf } from '../plan/wanted';
import type { AccountSid, ServiceSid } from '../sid';
import type { LiveNames } from './live-names';

/** How far a service's roles and defaults are from the file. Users aren't counted: a snapshot doesn't tell enough of them. */
export interface Drift {
  readonly changes: number;
  /** What keeps a plan from being deployed. */
  readonly errors: number;
}

/** How many errors of the file keep it from being held against anything. */
export interface Unsound {
  readonly problems: number;
}

/** `undefined` where the file names no service, or what is live wasn't read whole. */
export function drift(
  document: RolesDocument,
  names: LiveNames,
  serviceName?: string,
): Drift | Unsound | undefined {
  const wanted = desired(document, serviceName);
  if ('problems' in wanted) return { problems: wanted.problems.length };
  if (!wanted.desired.target) return undefined;
  const { product, target } = wanted.desired;
  const found = liveService(names, product, target.sid);
  const live = found && liveOf(found.snapshot, found.service);
  if (!live) return undefined;
  const asked = wantedOf(wanted.desired, live, []);
  const matches = matchRoles(asked, live);
  const parts = [
    roleChanges(matches, live),
    renames(asked, matches, live),
    ...(found.service.defaults ? [defaultChanges(asked, matches, live)] : []),
  ];
  const reports = [...matches.reports, ...parts.flatMap((part) => part.reports)];
  return {
    changes: parts.reduce((sum, part) => sum + part.changes.length, 0),
    errors: reports.filter(({ severity }) => severity === 'error').length,
  };
}

interface FoundService {
  readonly snapshot: LiveSnapshot;
  readonly service: LiveServiceSnapshot;
}

function liveService({ snapshots }: LiveNames, product: Product, sid: string): FoundService | undefined {
  const found = snapshots
    .filter((snapshot) => snapshot.product === product)
    .flatMap((snapshot) => snapshot.services.map((service) => ({ snapshot, service })))
    .filter(({ service }) => (sid === 'default' ? service.isDefault : service.sid === sid));
  // Two accounts with a default service: nobody knows which is meant.
  return found.length === 1 ? found[0] : undefined;
}

/** A snapshot as what a plan is held against. What came over the wire has Twilio's own SIDs and types. */
function liveOf({ account, product }: LiveSnapshot, service: LiveServiceSnapshot): Live | undefined {
  if (!service.roles) return undefined;
  const { sid, friendlyName, isDefault, roles, defaults = {} } = service;
  return {
    product,
    account: account as AccountSid,
    service: { sid: sid as ServiceSid, friendlyName, isDefault },
    roles: roles as readonly LiveRole[],
    defaults: defaults as LiveDefaults,
    users: [],
  };
}
