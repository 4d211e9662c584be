import { l10n, workspace } from 'vscode';
import { type Outcome, type Plan, selectChanges, undeployable } from '../../../core/src';
import { complain, inform } from '../notify';
import { askedBy } from '../plan/asked';
import { serviceName, titleOf } from '../plan/describe';
import { showChanges } from '../plan/diff';
import type { Planned } from '../plan/planned';
import { type Planning, planFor, revealPlan } from '../plan/planning';
import { checkedIds } from '../plan/selection';
import { withoutDone } from '../staging/remaining';
import { takenBack } from '../staging/taken-back';
import { confirm } from './confirm';
import { run } from './run';
import { showOutcome } from './show-outcome';

/** Which of a plan's changes are deployed; without, those that are ticked. */
export type Selection = (planned: Planned) => ReadonlySet<string>;

/**
 * The one way from a command to a deploy, wherever it was started: the file is saved, what is live is read, the
 * plan is shown, the person is asked, and what they saw is written.
 */
export async function deploy(planning: Planning, argument?: unknown, selection?: Selection): Promise<void> {
  const planned = await planFor(planning, argument);
  if (!planned) return;
  const chosen = ({ plan, ...rest }: Planned) =>
    selectChanges(plan, selection?.({ plan, ...rest }) ?? checkedIds(plan, rest.unchecked));
  const plan = chosen(planned);
  const saved = plan.changes.length > 0 && !undeployable(plan) ? await save(planning, planned) : undefined;
  if (saved === 'cancelled') return;
  const now = saved?.planned ?? planned;
  await deployPlan(planning, now, chosen(now), saved?.name);
}

/** What is deployed is what is on disk, where a review can see it. `undefined` where it was saved already. */
async function save(
  planning: Planning,
  planned: Planned,
): Promise<{ readonly name: string; readonly planned: Planned } | undefined | 'cancelled'> {
  const file = planned.target.file?.toString();
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file);
  if (!document?.isDirty || document.isUntitled) return undefined;
  const name = workspace.asRelativePath(document.uri);
  const text = document.getText();
  if (!(await document.save())) throw new Error(l10n.t('{0} could not be saved.', name));
  if (document.getText() === text) return { name, planned };
  // Saving has formatted the file.
  const again = await planFor(planning, planned.target);
  return again ? { name, planned: again } : 'cancelled';
}

/** Shows a plan, asks, and writes it. `planned` is where it stands in the view, `saved` a file that was saved for it. */
export async function deployPlan(
  planning: Planning,
  planned: Planned,
  plan: Plan,
  saved?: string,
): Promise<void> {
  const refusal = undeployable(plan);
  if (refusal) {
    await revealPlan();
    void complain(l10n.t('This plan can’t be deployed: {0}', refusal));
    return;
  }
  if (plan.changes.length === 0) {
    void inform(nothingToDo(planned));
    return;
  }
  await showChanges(planning.documents, planned, plan.changes);
  const account = await planning.session.require();
  if (!account) return;
  const leftOut = planned.plan.changes.length - plan.changes.length;
  const against = await contradicted(planning, planned, plan);
  const answer = await confirm(plan, account.name, [
    ...(leftOut > 0 ? [l10n.t('Not ticked and left out: {0}.', leftOut)] : []),
    ...(saved ? [l10n.t('{0} has been saved.', saved)] : []),
    ...(against
      ? [
          l10n.t(
            '{0} says otherwise of {1}: pull it afterwards, or the next deploy takes it back.',
            ...against,
          ),
        ]
      : []),
  ]);
  if (answer === 'show') await revealPlan();
  if (answer !== 'deploy') return;

  const { key } = planned.target;
  const { outcomes, journal } = await run(planning, planning.journals, key, plan, planned.undoes);
  planning.planned.put({ ...planned, plan, outcomes });
  unstage(planning, planned, outcomes);
  await showOutcome(planning, planned, outcomes, journal, against !== undefined);
}

/** The file, and what of the staged edits it speaks against. */
async function contradicted(
  planning: Planning,
  { target: { file, serviceName: name } }: Planned,
  { changes }: Plan,
): Promise<readonly [file: string, changes: string] | undefined> {
  const read = file && (await planning.files.read(file));
  const asked = read && askedBy(read, name);
  if (!file || !asked || 'problems' in asked) return undefined;
  const against = takenBack(changes, asked.desired).map(titleOf);
  return against.length > 0 ? [workspace.asRelativePath(file), against.join(', ')] : undefined;
}

/** Staged edits that are live now wait no longer. */
function unstage({ staging }: Planning, { plan, target }: Planned, outcomes: readonly Outcome[]): void {
  const edits = staging.edits(target.key);
  if (edits.length === 0) return;
  const done = outcomes.filter(({ status }) => status === 'done').map(({ change }) => change);
  const rest = withoutDone(edits, plan.changes, done);
  if (JSON.stringify(rest) !== JSON.stringify(edits)) staging.replace(target.key, rest);
}

function nothingToDo({ plan, target }: Planned): string {
  if (plan.changes.length > 0) return l10n.t('Nothing is ticked in the plan of {0}.', serviceName(plan));
  return target.file
    ? l10n.t('Nothing to do: {0} is as {1} says.', serviceName(plan), workspace.asRelativePath(target.file))
    : l10n.t('Nothing to do: no file names {0}, and nothing is staged for it.', serviceName(plan));
}
