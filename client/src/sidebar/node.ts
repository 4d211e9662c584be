import type { TreeItem } from 'vscode';
import type { ServiceKey } from '../live/store';

/** One row of a tree. Nodes are made anew at each look; `id` says that two are the same row. */
export interface TreeNode {
  /** Unique in the tree and stable, so that expansion and selection survive a refresh. */
  readonly id: string;
  readonly parent?: TreeNode;
  item(): TreeItem;
  /** What is known now; a node that has to read first answers with a row that says so. */
  children?(): readonly TreeNode[];
}

/** A row below a service. `kind` says which; `nodes/` has one file for each. */
export interface ServiceRow<Kind extends string> extends TreeNode {
  readonly kind: Kind;
  readonly key: ServiceKey;
}
