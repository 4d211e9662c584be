import { l10n, type TreeView, window, workspace } from 'vscode';
import { renderMarkdown } from '../../../core/src';
import type { Foundation, Plans, Staging } from '../app';
import type { Handler } from '../command';
import { deploy } from '../deploy/deploy';
import { retryFailed, showDeploys, undoDeploy } from '../deploy/history';
import { Interrupted, isInterrupted } from '../deploy/interrupted';
import { Journals } from '../deploy/journals';
import { showReport } from '../deploy/report';
import { commands } from '../ids';
import { keptDeploys } from '../settings';
import type { TreeNode } from '../sidebar/node';
import { withoutChanges } from '../staging/remaining';
import { StagedEdits } from '../staging/staged-edits';
import { showChange, showChanges } from './diff';
import { scheme, VirtualDocuments } from './documents';
import { keepCurrent } from './keep-current';
import { KnownPlans } from './known-plans';
import { type ChangeNode, isChangeNode, isCheckable, serviceNode } from './nodes';
import { PlannedServices } from './planned';
import { choosePlanned, type Planning, planFor, shownService } from './planning';
import { serviceOf } from './target';
import { showPlans } from './view';

type Ids = (typeof commands)[
  | 'plan'
  | 'planWithDeletions'
  | 'deploy'
  | 'deploySelected'
  | 'showChange'
  | 'showDiff'
  | 'savePlan'
  | 'discard'
  | 'discardAll'
  | 'showDeploys'
  | 'showReport'
  | 'retryFailed'
  | 'undoDeploy'
  | 'dismissDeploy'];

/** Plan and deploy: the view, its commands, and what the rest of the extension reads of them. */
export interface PlanFeature {
  readonly plans: Plans;
  readonly staging: Staging;
  readonly planning: Planning;
  readonly commands: Readonly<Record<Ids, Handler>>;
}

export function planFeature(foundation: Foundation): PlanFeature {
  const { context, session } = foundation;
  const planned = new PlannedServices();
  const staging = new StagedEdits(context.workspaceState, session);
  const documents = new VirtualDocuments();
  const journals = new Journals(`${context.globalStorageUri.fsPath}/deploys`, keptDeploys);
  const planning: Planning = { ...foundation, planned, staging, documents, journals };
  const plans = new KnownPlans(foundation, planned, staging);

  const interrupted = new Interrupted(journals, () => shown.tree.refresh());
  const shown = showPlans(planned, () => interrupted.nodes());
  const { view } = shown;
  context.subscriptions.push(
    planned,
    staging,
    documents,
    plans,
    ...shown.disposables,
    ...keepCurrent(planning),
    workspace.registerTextDocumentContentProvider(scheme, documents),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) void interrupted.read();
    }),
  );
  if (view.visible) void interrupted.read();

  return {
    plans,
    staging,
    planning,
    commands: {
      [commands.plan]: (argument) => planAndShow(planning, argument, false, view),
      [commands.planWithDeletions]: (argument) => planAndShow(planning, argument, true, view),
      [commands.deploy]: (argument) => deployWhat(planning, argument),
      [commands.deploySelected]: (node, nodes) => {
        const selected = selectedChanges(node, nodes, view.selection);
        return deploy(
          planning,
          selected[0]?.planned.target,
          () => new Set(selected.map(({ change }) => change.id)),
        );
      },
      [commands.showChange]: (node) =>
        isChangeNode(node) ? showChange(documents, node.planned, node.change) : undefined,
      [commands.showDiff]: async (argument) => {
        const one = await choosePlanned(planning, argument, ({ plan }) => plan.changes.length > 0);
        if (one) await showChanges(documents, one);
      },
      [commands.savePlan]: (argument) => savePlan(planning, argument),
      [commands.discard]: (node, nodes) => discard(planning, node, nodes, view.selection),
      [commands.discardAll]: () => discardAll(planning),
      [commands.showDeploys]: () => showDeploys(planning),
      [commands.showReport]: (node) =>
        isInterrupted(node) ? showReport(documents, node.record) : showDeploys(planning),
      [commands.retryFailed]: (argument) => retryFailed(planning, argument),
      [commands.undoDeploy]: (argument) => undoDeploy(planning, argument),
      [commands.dismissDeploy]: (node) =>
        isInterrupted(node) ? interrupted.dismiss(node.record) : undefined,
    },
  };
}

/** The view comes to the front; the focus stays where the person has put it meanwhile. */
async function planAndShow(
  planning: Planning,
  argument: unknown,
  prune: boolean,
  view: TreeView<TreeNode>,
): Promise<void> {
  const planned = await planFor(planning, argument, prune);
  if (planned) await view.reveal(serviceNode(planned), { focus: false, select: false });
}

/** An undo that waits in the view is deployed as such; everything else is planned anew. */
async function deployWhat(planning: Planning, argument: unknown): Promise<void> {
  const key = serviceOf(argument) ?? (await shownService(planning, argument));
  const shown = key ? planning.planned.get(key) : undefined;
  if (shown?.undoes && !shown.outcomes) return undoDeploy(planning, shown.undoes);
  return deploy(planning, key ? { key } : argument);
}

/** The rows that a context menu was opened on, or else those that are selected. */
function selectedChanges(
  node: unknown,
  nodes: unknown,
  selection: readonly unknown[],
): readonly ChangeNode[] {
  const meant = Array.isArray(nodes) ? nodes : node ? [node] : selection;
  return meant.filter(isChangeNode);
}

async function discard(
  { planned, staging }: Planning,
  node: unknown,
  nodes: unknown,
  selection: readonly unknown[],
): Promise<void> {
  const changes = selectedChanges(node, nodes, selection);
  const key = (changes[0] ?? (isCheckable(node) ? node : undefined))?.planned.target.key;
  if (!key) return;
  if (changes.length > 0) {
    staging.replace(
      key,
      withoutChanges(
        staging.edits(key),
        changes.map(({ change }) => change),
      ),
    );
    return;
  }
  staging.discard(key);
  planned.drop(key);
}

/** Staged edits are a person's work: they are asked once before all of them go. */
async function discardAll({ planned, staging }: Planning): Promise<void> {
  const keys = staging.services();
  const count = keys.reduce((sum, key) => sum + staging.edits(key).length, 0);
  if (count > 0) {
    const yes = { title: l10n.t('Discard') };
    const question = l10n.t('Discard the plan and {0} staged edits? The file stays as it is.', count);
    if ((await window.showWarningMessage(question, { modal: true }, yes)) !== yes) return;
  }
  for (const key of keys) staging.discard(key);
  for (const { target } of planned.all()) planned.drop(target.key);
}

async function savePlan(planning: Planning, argument: unknown): Promise<void> {
  const one = await choosePlanned(planning, argument);
  if (!one) return;
  const document = await workspace.openTextDocument({
    language: 'markdown',
    content: renderMarkdown(one.plan),
  });
  await window.showTextDocument(document);
}
