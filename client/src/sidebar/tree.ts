import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { TreeNode } from './node';

/**
 * After children were given out, the time that VS Code is left to draw them, in milliseconds. A row that a person is
 * just opening would shut again if it were drawn anew before, and a command of a row would lose it. News that comes
 * meanwhile is drawn at once and not one by one.
 */
const pause = 100;

/** A tree of nodes. It knows nothing of what they are. */
export class NodeTree implements TreeDataProvider<TreeNode> {
  readonly #roots: () => readonly TreeNode[];
  readonly #changed = new EventEmitter<TreeNode[] | undefined>();
  /** The rows at the top as VS Code was given them last: it knows a row by its object. */
  #top: readonly TreeNode[] = [];
  /** Rows of the top that are to be drawn again, by their ids. */
  #news: Set<string> | 'everything' = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    this.#timer?.refresh();
    if (node) return [...(node.children?.() ?? [])];
    this.#top = this.#roots();
    return [...this.#top];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Draws everything again, soon. A person may lose the row that they are about to choose: rather say what changed. */
  refresh(): void {
    this.#news = 'everything';
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Draws these rows of the top again, soon, and what is below them; everything where one of them isn't there yet. */
  refreshRows(ids: readonly string[]): void {
    if (ids.length === 0 || this.#news === 'everything') return;
    for (const id of ids) this.#news.add(id);
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Draws now what was to be drawn soon, for whoever is about to reveal a row. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = this.#news;
    this.#news = new Set();
    const rows = news === 'everything' ? [] : this.#top.filter(({ id }) => news.has(id));
    if (news === 'everything' || rows.length < news.size) {
      this.#top = [];
      this.#changed.fire(undefined);
    } else if (rows.length > 0) {
      this.#changed.fire(rows);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}
