import {
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  workspace,
} from 'vscode';
import { type Change, type Outcome, partsOf, renderSummary, usersTouched } from '../../../core/src';
import { commands } from '../ids';
import { say } from '../say';
import type { TreeNode } from '../sidebar/node';
import { spoken } from '../sidebar/spoken';
import { plainTooltip } from '../tooltip';
import { changeCount, detailOf, iconOf, serviceName, spokenTitle, titleOf, userCount } from './describe';
import { idOf, type Planned } from './planned';
import { reportNodes } from './report-nodes';

/** A row with a box: `ids` are what the box stands for. */
export interface CheckableNode extends TreeNode {
  readonly planned: Planned;
  readonly ids: readonly string[];
}

/** A row of one change. */
export interface ChangeNode extends CheckableNode {
  readonly change: Change;
}

export function isCheckable(node: unknown): node is CheckableNode {
  return typeof node === 'object' && node !== null && 'planned' in node && 'ids' in node;
}

export function isChangeNode(node: unknown): node is ChangeNode {
  return isCheckable(node) && 'change' in node;
}

/** A service, its changes below it, what the plan only reports at the end. */
export function serviceNode(planned: Planned): CheckableNode {
  const { plan, outcomes, stale } = planned;
  const node: CheckableNode = {
    id: idOf(planned.target.key),
    planned,
    ids: plan.changes.map((change) => change.id),
    item() {
      const item = new TreeItem(serviceName(plan), TreeItemCollapsibleState.Expanded);
      item.description = describeService(planned);
      item.iconPath = new ThemeIcon(serviceIcon(planned));
      item.tooltip = plainTooltip(
        stale ? `${renderSummary(plan, say)}\n\n${stale}` : renderSummary(plan, say),
      );
      item.contextValue = contextValue('plannedService', [
        plan.changes.length > 0 && 'changes',
        outcomes?.some(({ status }) => status !== 'done') && 'failed',
      ]);
      if (plan.changes.length > 0 && !outcomes) {
        item.checkboxState = box(node.ids.some((id) => !planned.unchecked.has(id)));
      }
      return item;
    },
    children: () => [
      ...plan.changes.map((change) => changeNode(planned, change, node)),
      ...reportNodes(planned, node),
    ],
  };
  return node;
}

function serviceIcon({ plan, outcomes }: Planned): string {
  if (outcomes?.some(({ status }) => status === 'failed')) return 'error';
  if (outcomes?.some(({ status }) => status === 'not-tried')) return 'circle-slash';
  return outcomes || plan.changes.length === 0 ? 'pass' : 'cloud-upload';
}

function describeService({ plan, prune, stale, target, undoes, outcomes }: Planned): string {
  if (outcomes) return tallyWords(outcomes);
  const { length } = plan.changes;
  const users = usersTouched(plan.changes);
  return [
    undoes && l10n.t('undo'),
    length === 0 ? l10n.t('nothing to do') : changeCount(length),
    users > 0 && userCount(users),
    prune && l10n.t('with deletions'),
    !undoes && !target.file && l10n.t('staged edits'),
    isUnsaved(target) && l10n.t('not saved yet'),
    stale && l10n.t('out of date'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The plan is of the text in the editor; a deploy saves it first. */
function isUnsaved({ file }: Planned['target']): boolean {
  return workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === file?.toString());
}

/** `2 done, 1 failed` */
function tallyWords(outcomes: readonly Outcome[]): string {
  return (['done', 'failed', 'not-tried'] as const)
    .map((status) => [outcomes.filter((outcome) => outcome.status === status).length, status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${statusWord(status)}`)
    .join(', ');
}

function changeNode(planned: Planned, change: Change, parent: TreeNode): ChangeNode {
  const outcome = planned.outcomes?.find((candidate) => candidate.change.id === change.id);
  const rows = permissionRows(change);
  const node: ChangeNode = {
    id: `${parent.id}/${change.id}`,
    parent,
    planned,
    change,
    ids: [change.id],
    item() {
      const item = new TreeItem(
        titleOf(change),
        rows.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
      );
      item.iconPath = outcome ? outcomeIcons[outcome.status] : iconOf(change);
      item.description = [
        outcome && statusWord(outcome.status),
        change.origin === 'staged' && l10n.t('staged'),
        outcome?.status === 'failed' ? outcome.error.message : detailOf(change),
      ]
        .filter(Boolean)
        .join(' · ');
      item.tooltip = plainTooltip(tooltipOf(change, outcome));
      item.accessibilityInformation = {
        label: spoken(
          spokenTitle(change),
          item.description,
          change.destructive && l10n.t('Takes something away.'),
        ),
      };
      item.contextValue = contextValue('change', [change.origin, outcome?.status]);
      item.command = { command: commands.showChange, title: l10n.t('Show Diff'), arguments: [node] };
      if (!planned.outcomes) item.checkboxState = box(!planned.unchecked.has(change.id));
      return item;
    },
    ...(rows.length > 0 && {
      children: () => rows.map((row) => permissionNode(planned, change, row, node)),
    }),
  };
  return node;
}

interface PermissionRow {
  readonly permission: string;
  readonly sign: '+' | '−';
}

function permissionRows(change: Change): PermissionRow[] {
  const row = (sign: PermissionRow['sign']) => (permission: string) => ({ permission, sign });
  switch (change.verb) {
    case 'create-role':
      return change.permissions.map(row('+'));
    case 'delete-role':
      return change.before.map(row('−'));
    case 'update-role':
      return [...change.added.map(row('+')), ...change.removed.map(row('−'))];
    default:
      return [];
  }
}

function permissionNode(
  planned: Planned,
  change: Change,
  { permission, sign }: PermissionRow,
  parent: TreeNode,
): CheckableNode {
  const id = `${change.id}#${permission}`;
  const checkable = partsOf(change).includes(id) && !planned.outcomes;
  return {
    id: `${parent.id}/${permission}`,
    parent,
    planned,
    ids: checkable ? [id] : [],
    item() {
      const item = new TreeItem(permission);
      const color = sign === '+' ? 'gitDecoration.addedResourceForeground' : 'problemsWarningIcon.foreground';
      item.iconPath = new ThemeIcon(sign === '+' ? 'add' : 'remove', new ThemeColor(color));
      item.accessibilityInformation = {
        label: sign === '+' ? l10n.t('{0} is granted', permission) : l10n.t('{0} is taken away', permission),
      };
      if (checkable) item.checkboxState = box(!planned.unchecked.has(id));
      return item;
    },
  };
}

const outcomeIcons: Readonly<Record<Outcome['status'], ThemeIcon>> = {
  done: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  failed: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  'not-tried': new ThemeIcon('circle-slash'),
};

function statusWord(status: Outcome['status']): string {
  return { done: l10n.t('done'), failed: l10n.t('failed'), 'not-tried': l10n.t('not tried') }[status];
}

function tooltipOf(change: Change, outcome: Outcome | undefined): string {
  const lines = [`${titleOf(change)}: ${detailOf(change)}`];
  if (change.destructive) lines.push(l10n.t('Takes something away.'));
  if (outcome?.status === 'failed') lines.push(outcome.error.message);
  return lines.join('\n\n');
}

function box(checked: boolean): TreeItemCheckboxState {
  return checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
}

/** `change staged failed`: words that `when` clauses look for with `=~`. */
function contextValue(kind: string, flags: readonly (string | false | undefined)[]): string {
  return [kind, ...flags.filter(Boolean)].join(' ');
}
