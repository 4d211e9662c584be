import type { TreeView } from 'vscode';
import type { TreeNode } from './node';

/**
 * The rows that a command is about: a context menu gives the row and the selection it is in; a keybinding or the
 * palette gives nothing, and then it is what is selected in the view.
 */
export function rowsOfCommand<T extends TreeNode>(
  args: readonly unknown[],
  isWanted: (node: unknown) => node is T,
  view: TreeView<TreeNode>,
): readonly T[] {
  const [row, selection] = args;
  const rows = Array.isArray(selection) ? selection : row === undefined ? view.selection : [row];
  return rows.filter(isWanted);
}
