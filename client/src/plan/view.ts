import { commands, type Disposable, l10n, TreeItemCheckboxState, type TreeView, window } from 'vscode';
import { contexts, views } from '../ids';
import type { TreeNode } from '../sidebar/node';
import { NodeTree } from '../sidebar/tree';
import { isCheckable, serviceNode } from './nodes';
import type { PlannedServices } from './planned';

/** Makes the Plan view. `above` are rows that stand before the services. */
export function showPlans(
  planned: PlannedServices,
  above: () => readonly TreeNode[],
): { readonly view: TreeView<TreeNode>; readonly tree: NodeTree; readonly disposables: Disposable[] } {
  const tree = new NodeTree(() => [...above(), ...planned.all().map(serviceNode)]);
  const view = window.createTreeView(views.plan, {
    treeDataProvider: tree,
    showCollapseAll: true,
    // A box of a change and those of its permissions depend on each other in a way that only `selection.ts` knows.
    manageCheckboxStateManually: true,
    canSelectMany: true,
  });
  const update = () => {
    const plans = planned.all();
    const changes = plans.reduce((sum, { plan, outcomes }) => sum + (outcomes ? 0 : plan.changes.length), 0);
    view.badge =
      changes > 0
        ? {
            value: changes,
            tooltip: changes === 1 ? l10n.t('1 change to deploy') : l10n.t('{0} changes to deploy', changes),
          }
        : undefined;
    void commands.executeCommand('setContext', contexts.planned, changes > 0);
    tree.refresh();
  };
  return {
    view,
    tree,
    disposables: [
      tree,
      view,
      planned.onDidChange(update),
      view.onDidChangeCheckboxState(({ items }) => {
        for (const [node, state] of items) {
          if (isCheckable(node)) {
            planned.check(node.planned.target.key, node.ids, state === TreeItemCheckboxState.Checked);
          }
        }
      }),
    ],
  };
}
