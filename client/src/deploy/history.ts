import { l10n } from 'vscode';
import {
  fetchLive,
  journalUsers,
  type Live,
  renderSummary,
  selectChanges,
  undoPlan,
} from '../../../core/src';
import { askWhich } from '../ask-which';
import { inform } from '../notify';
import { serviceName, timeOf, titleOf } from '../plan/describe';
import type { Planned } from '../plan/planned';
import { choosePlanned, type Planning, planFor } from '../plan/planning';
import { withCancel } from '../plan/progress';
import { checkedIds } from '../plan/selection';
import { say } from '../say';
import { deployPlan } from './deploy';
import type { DeployRecord } from './journals';
import { showReport, tally } from './report';

/** The deploys of this machine, newest first, to look one up. */
export async function showDeploys(planning: Planning): Promise<void> {
  const record = await pickDeploy(planning, l10n.t('Which deploy?'));
  if (record) await showReport(planning.documents, record);
}

async function pickDeploy(planning: Planning, placeHolder: string): Promise<DeployRecord | undefined> {
  const records = await planning.journals.list();
  if (records.length === 0) {
    void inform(l10n.t('Nothing was deployed from here yet.'));
    return undefined;
  }
  const picked = await askWhich(
    records.map((record) => ({
      label: `$(${iconOf(record)}) ${serviceName(record.plan)}`,
      description: timeOf(record.at),
      detail: renderSummary(record.plan, say),
      record,
    })),
    { placeHolder, matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.record;
}

function iconOf({ finished, outcomes }: DeployRecord): string {
  const { failed, 'not-tried': left } = tally(outcomes);
  return !finished ? 'warning' : failed > 0 ? 'error' : left > 0 ? 'circle-slash' : 'pass';
}

/** Takes back what a deploy did, by a plan that is shown and confirmed like any other. */
export async function undoDeploy(planning: Planning, argument: unknown): Promise<void> {
  const account = await planning.session.require();
  if (!account) return;
  const record =
    typeof argument === 'string'
      ? await planning.journals.read(argument)
      : await planning.journals.last(account.twilio.sid);
  if (!record) {
    void inform(l10n.t('There is no deploy to {0} to undo.', account.label));
    return;
  }
  const { product, service } = record.plan;
  const key = { product, sid: service.sid };
  const live = await withCancel(l10n.t('Planning the undo'), async ({ signal }) => {
    const connection = await planning.live.service(key).connection.get();
    return fetchLive(connection, journalUsers(record), { signal });
  });
  const back = live && (await chooseUndo(record, live));
  if (!back) return;
  planning.planned.put({ target: { key }, live, ...back, unchecked: new Set(), undoes: record.id });
  const planned = planning.planned.get(key);
  if (planned)
    await deployPlan(planning, planned, selectChanges(back.plan, checkedIds(back.plan, planned.unchecked)));
}

/** The way back; asks whether what the deploy created goes, too, where it can. */
async function chooseUndo(
  record: DeployRecord,
  live: Live,
): Promise<Pick<Planned, 'plan' | 'prune'> | undefined> {
  const kept = undoPlan(record, live);
  const pruned = undoPlan(record, live, { prune: true });
  const known = new Set(kept.changes.map(({ id }) => id));
  const created = pruned.changes.filter(({ id }) => !known.has(id)).map(titleOf);
  if (created.length === 0) return { plan: kept, prune: false };
  const picked = await askWhich(
    [
      { label: l10n.t('Keep it'), plan: kept, prune: false },
      { label: l10n.t('Delete it as well'), plan: pruned, prune: true },
    ],
    { placeHolder: l10n.t('The deploy created {0}. Does the undo delete it?', created.join(', ')) },
  );
  return picked && { plan: picked.plan, prune: picked.prune };
}

/** Plans again and deploys what failed or wasn't tried, as far as it is still needed. */
export async function retryFailed(planning: Planning, argument: unknown): Promise<void> {
  const before = await choosePlanned(planning, argument, ({ outcomes }) => outcomes !== undefined);
  const left = before?.outcomes?.filter(({ status }) => status !== 'done').map(({ change }) => change.id);
  if (!before || !left?.length) {
    void inform(l10n.t('No deploy has failed.'));
    return;
  }
  if (before.undoes) return undoDeploy(planning, before.undoes);
  const planned = await planFor(planning, before.target, before.prune);
  if (planned) await deployPlan(planning, planned, selectChanges(planned.plan, new Set(left)));
}
