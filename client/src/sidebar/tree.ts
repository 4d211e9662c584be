import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { TreeNode } from './node';

/** A tree of nodes. It knows nothing of what they are. */
export class NodeTree implements TreeDataProvider<TreeNode> {
  readonly #roots: () => readonly TreeNode[];
  readonly #changed = new EventEmitter<TreeNode | undefined>();

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
    return [...(node ? (node.children?.() ?? []) : this.#roots())];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Draws the node and what is below it again; everything without one. */
  refresh(node?: TreeNode): void {
    this.#changed.fire(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
