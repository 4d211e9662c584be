import type { RoleSid } from '../sid';
import { without } from './canonical';
import type { Change, Live, LiveRole, LiveUser, Report, RoleRef } from './model';
import type { Journal, Sent } from './read-journal';
import { refOf } from './refs';
import { printable } from './words';

/** What an undo is made from. */
export interface World {
  readonly journal: Journal;
  readonly live: Live;
  readonly prune: boolean;
  /** Live users by SID: a move may have been of thousands. */
  readonly users: ReadonlyMap<string, LiveUser>;
}

/** One thing of the way back: what to do, or why nothing is done. */
export interface Step {
  readonly change?: Change;
  readonly report?: Report;
}

export type Of<V extends Change['verb']> = Extract<Change, { readonly verb: V }>;

/** A role of the journal as it is now: under its SID, else created by the deploy, else made again by name. */
export function roleNow(
  role: { readonly sid?: RoleSid } | RoleRef | undefined,
  { journal, live }: World,
): RoleRef | undefined {
  if (!role) return undefined;
  const sid = role.sid ?? ('type' in role ? createdSid(role, journal) : undefined);
  const now = live.roles.find((other) => other.sid === sid);
  if (now) return refOf(now);
  const gone = journal.plan.changes.find(
    (change) => change.verb === 'delete-role' && change.role.sid === sid,
  );
  const name = 'type' in role ? role : gone?.verb === 'delete-role' ? gone.role : undefined;
  if (!name) return undefined;
  const again = live.roles.find((other) => isCalled(other, name));
  if (again) return refOf(again);
  return gone ? { friendlyName: name.friendlyName, type: name.type } : undefined;
}

/** The SID of a role that the deploy created. */
function createdSid(role: RoleRef, { plan, written }: Journal): string | undefined {
  const change = plan.changes.find((each) => each.verb === 'create-role' && isCalled(each.role, role));
  return change && sentFor(change, written).sid;
}

/** What came back from the one write of a change. */
export function sentFor({ id }: Change, written: Journal['written']): Sent {
  return written.get(id)?.[0] ?? {};
}

/** Whether two have one type and name. */
export function isCalled(
  a: Pick<LiveRole, 'type' | 'friendlyName'>,
  b: Pick<LiveRole, 'type' | 'friendlyName'>,
): boolean {
  return a.type === b.type && a.friendlyName === b.friendlyName;
}

/** A role that isn't as the deploy left it. */
export function movedOn(role: RoleRef, now: LiveRole | undefined): Step {
  const name = `"${printable(role.friendlyName)}" (${role.type})`;
  if (!now) return said('moved-on', `${name} was deleted since.`);
  const what = without(now.permissions, []).join(', ');
  return said('moved-on', `${name} was changed since, and stays as it is: ${printable(what)}.`);
}

/** A report that keeps nothing from being deployed. */
export function said(kind: Report['kind'], message: string): Step {
  return { report: { kind, severity: 'information', message } };
}
