import type { Finding } from '../finding';
import type { YamlAlias, YamlContent, YamlNode } from './model';

/** A tree and what its text contributes to the file's anchors. Spans count from `base`. */
export interface Tree {
  readonly base: number;
  readonly node: YamlNode | undefined;
  /** Nodes that have an anchor, in the order of the text. */
  readonly anchors: readonly YamlContent[];
  readonly aliases: readonly YamlAlias[];
  readonly duplicateKeys: readonly Finding[];
}

/** An entry whose text is inside the head's: an item of `roles: [...]`, for instance. */
export interface InnerTree extends Tree {
  readonly list: string;
  readonly end: number;
}

export const emptyTree: Tree = { base: 0, node: undefined, anchors: [], aliases: [], duplicateKeys: [] };
