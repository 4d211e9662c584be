import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Report } from '../../../core/src';
import type { TreeNode } from '../sidebar/node';
import { plainTooltip } from '../tooltip';
import { idOf, type Planned } from './planned';

/** What a plan saw and does nothing about: errors and notes one by one, what it leaves alone in one row. */
export function reportNodes(planned: Planned, parent: TreeNode): readonly TreeNode[] {
  const spoken = planned.plan.reports.filter(({ kind }) => kind !== 'unmanaged-role');
  return [
    ...spoken.map((report, index) => reportNode(planned, report, index, parent)),
    ...leftAlone(planned, parent),
  ];
}

/** Live roles that no file names, in one row: they are many, and nothing happens to them. */
function leftAlone(planned: Planned, parent: TreeNode): readonly TreeNode[] {
  const roles = planned.plan.reports.filter(({ kind }) => kind === 'unmanaged-role');
  if (roles.length === 0 || !planned.target.file) return [];
  const node: TreeNode = {
    id: `${parent.id}/left-alone`,
    parent,
    item() {
      const item = new TreeItem(l10n.t('Left alone'), TreeItemCollapsibleState.Collapsed);
      item.description =
        roles.length === 1
          ? l10n.t('1 role not in the file')
          : l10n.t('{0} roles not in the file', roles.length);
      item.iconPath = new ThemeIcon('circle-outline');
      item.contextValue = 'report';
      return item;
    },
    children: () =>
      roles.map(({ role, message }, index) => ({
        id: `${node.id}/${index}`,
        parent: node,
        item() {
          const item = new TreeItem(role?.friendlyName ?? message);
          item.description = role?.type ?? '';
          item.tooltip = plainTooltip(message);
          item.contextValue = 'report';
          return item;
        },
      })),
  };
  return [node];
}

function reportNode(planned: Planned, report: Report, index: number, parent: TreeNode): TreeNode {
  return {
    id: `${idOf(planned.target.key)}/report/${index}`,
    parent,
    item() {
      const item = new TreeItem(report.message);
      item.iconPath =
        report.severity === 'error'
          ? new ThemeIcon('error', new ThemeColor('list.errorForeground'))
          : new ThemeIcon('info');
      item.tooltip = plainTooltip(report.message);
      item.contextValue = 'report';
      return item;
    },
  };
}
