import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { TreeNode } from './node';

/** A tree of nodes. It knows nothing of what they are. */
export class NodeTree implements TreeDataProvider<TreeNode> {
  readonly #roots: () => readonly TreeNode[];
  readonly #changed = new EventEmitter<TreeNode[] | undefined>();
  /** The rows at the top as VS Code was given them last: it knows a row by its object. */
  #top: readonly TreeNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(roots: () => readonly TreeNode[]) {
    this.#roots = roots;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = node.item();
    item.id = node.id;
    return item;
  }

  getChildren(node?: TreeNode): readonly TreeNode[] & TreeNode[] {
    if (node) return [...(node.children?.() ?? [])];
    this.#top = this.#roots();
    return [...this.#top];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Draws everything again. A person may lose the row that they are about to choose: rather say what changed. */
  refresh(): void {
    this.#top = [];
    this.#changed.fire(undefined);
  }

  /** Draws these rows of the top again, and what is below them; everything where one of them isn't there yet. */
  refreshRows(ids: readonly string[]): void {
    const rows = this.#top.filter(({ id }) => ids.includes(id));
    if (rows.length < ids.length) this.refresh();
    else if (rows.length > 0) this.#changed.fire(rows);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
