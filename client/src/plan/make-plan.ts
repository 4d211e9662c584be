import { l10n } from 'vscode';
import { type Desired, fetchLive, plan } from '../../../core/src';
import type { Foundation, Staging } from '../app';
import { roleCount, userCount } from './describe';
import type { Planned, Target } from './planned';
import type { Running } from './progress';

/** Reads what is live and holds what is asked for against it. Nothing is written. */
export async function makePlan(
  { live }: Pick<Foundation, 'live'>,
  staging: Staging,
  target: Target,
  desired: Desired,
  { signal, report }: Running,
  prune = false,
): Promise<Planned> {
  const view = live.service(target.key);
  const service = await view.connection.get();
  const staged = staging.edits(target.key);
  const now = await fetchLive(service, desired, {
    signal,
    staged,
    onProgress: ({ roles, users }) => report(l10n.t('{0}, {1} read', roleCount(roles), userCount(users))),
  });
  view.roles.set(now.roles);
  view.defaults.set(now.defaults);
  return { target, live: now, plan: plan(desired, now, { prune, staged }), prune, unchecked: new Set() };
}

/**
 * The plan again, after the file or the staged edits changed, from what was read before.
 * `undefined` where that isn't enough: somebody new is named.
 */
export function planAgain(planned: Planned, staging: Staging, desired: Desired): Planned | undefined {
  const staged = staging.edits(planned.target.key);
  const next = plan(desired, planned.live, { prune: planned.prune, staged });
  const known = new Set(planned.plan.restsOn);
  if (!next.restsOn.every((user) => known.has(user))) return undefined;
  const { target, live, prune, unchecked } = planned;
  return { target, live, plan: next, prune, unchecked };
}
