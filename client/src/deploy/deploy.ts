import { l10n, window, workspace } from 'vscode';
import { type Outcome, type Plan, selectChanges, undeployable } from '../../../core/src';
import { serviceName } from '../plan/describe';
import { showChanges } from '../plan/diff';
import type { Planned } from '../plan/planned';
import { type Planning, planFor, revealPlan } from '../plan/planning';
import { checkedIds } from '../plan/selection';
import { withoutDone } from '../staging/remaining';
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
  const before = await planFor(planning, argument);
  if (!before) return;
  const planned = (await savedPlan(planning, before)) ?? before;
  const ids = selection ? selection(planned) : checkedIds(planned.plan, planned.unchecked);
  await deployPlan(planning, planned, selectChanges(planned.plan, ids));
}

/** What is deployed is what is on disk, where a review can see it. `undefined` where it was saved already. */
async function savedPlan(planning: Planning, { target }: Planned): Promise<Planned | undefined> {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === target.file?.toString());
  if (!document?.isDirty || document.isUntitled) return undefined;
  const text = document.getText();
  if (!(await document.save())) {
    throw new Error(l10n.t('{0} could not be saved.', workspace.asRelativePath(document.uri)));
  }
  // Saving may format the file.
  return document.getText() === text ? undefined : planFor(planning, target);
}

/** Shows a plan, asks, and writes it. `planned` is where it stands in the view. */
export async function deployPlan(planning: Planning, planned: Planned, plan: Plan): Promise<void> {
  const refusal = undeployable(plan);
  if (refusal) {
    await revealPlan();
    void window.showErrorMessage(l10n.t('This plan can’t be deployed: {0}', refusal));
    return;
  }
  if (plan.changes.length === 0) {
    void window.showInformationMessage(nothingToDo(planned));
    return;
  }
  await showChanges(planning.documents, planned, plan.changes);
  const account = await planning.session.require();
  if (!account) return;
  const answer = await confirm(plan, account.name, planned.plan.changes.length - plan.changes.length);
  if (answer === 'show') await revealPlan();
  if (answer !== 'deploy') return;

  const { key } = planned.target;
  const { outcomes, journal } = await run(planning, planning.journals, key, plan);
  planning.planned.put({ ...planned, plan, outcomes });
  unstage(planning, planned, outcomes);
  await showOutcome(planning, planned, outcomes, journal);
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
