import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { plainTooltip } from '../../tooltip';
import { failureIcons, failureKind, failureTitle, messageOf } from '../failure';
import type { TreeNode } from '../node';

/** Something is being read. */
export function loadingNode(parent: TreeNode | undefined, label: string): TreeNode {
  return {
    id: `${parent?.id ?? ''}/loading`,
    ...(parent && { parent }),
    item() {
      const item = new TreeItem(label);
      item.iconPath = new ThemeIcon('loading~spin');
      item.contextValue = 'loading';
      return item;
    },
  };
}

/** A row that says that there is nothing, so that it can't be taken for a failure. */
export function emptyNode(parent: TreeNode, label: string): TreeNode {
  return {
    id: `${parent.id}/empty`,
    parent,
    item() {
      const item = new TreeItem(label);
      item.contextValue = 'empty';
      return item;
    },
  };
}

/** Something couldn't be read. Its inline buttons are Retry and Show Log. */
export interface FailedNode extends TreeNode {
  readonly kind: 'failed';
  retry(): Promise<unknown>;
}

export function failedNode(
  parent: TreeNode | undefined,
  error: unknown,
  retry: () => Promise<unknown>,
): FailedNode {
  const kind = failureKind(error);
  return {
    kind: 'failed',
    id: `${parent?.id ?? ''}/failed`,
    ...(parent && { parent }),
    retry,
    item() {
      const item = new TreeItem(failureTitle(kind));
      item.iconPath = new ThemeIcon(failureIcons[kind], new ThemeColor('list.errorForeground'));
      item.description = messageOf(error);
      item.tooltip = plainTooltip(messageOf(error));
      item.accessibilityInformation = { label: `${failureTitle(kind)}. ${messageOf(error)}` };
      item.contextValue = `failed.${kind}`;
      return item;
    },
  };
}

export function isFailedNode(node: unknown): node is FailedNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'failed';
}

/** What a branch shows of something that is read: its rows, or why there are none. That rows are old is said once, above. */
export function rowsOf<T>(
  parent: TreeNode,
  resource: {
    readonly state: { readonly value: T | undefined; readonly error?: unknown };
    start(): void;
    reload(): Promise<unknown>;
  },
  rows: (value: T) => readonly TreeNode[],
): readonly TreeNode[] {
  resource.start();
  const { value, error } = resource.state;
  if (value !== undefined) return rows(value);
  if (error !== undefined) return [failedNode(parent, error, () => resource.reload())];
  return [loadingNode(parent, l10n.t('Reading…'))];
}
