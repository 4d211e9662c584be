/** The anchors of the whole file, kept block by block, so that an alias finds what another block defines. */
import type { Finding } from '../finding';
import { toFile } from './blocks';
import type { Block, Entry, YamlAlias, YamlContent } from './model';
import { Names } from './name-table';
import type { Tree } from './node-builder';

export interface AnchorBlock extends Block {
  readonly tree: Tree;
}

export class Anchors {
  readonly defined = new Names<Entry, AnchorBlock>();
  readonly used = new Names<Entry, AnchorBlock>();

  add(block: AnchorBlock): void {
    for (const { anchor } of block.tree.anchors) if (anchor !== undefined) this.defined.add(anchor, block);
    for (const { name } of block.tree.aliases) this.used.add(name, block);
  }

  delete(block: AnchorBlock): void {
    for (const { anchor } of block.tree.anchors) if (anchor !== undefined) this.defined.delete(anchor, block);
    for (const { name } of block.tree.aliases) this.used.delete(name, block);
  }

  /** What an alias in `block` stands for: the last node before it that has the anchor. */
  resolve(alias: YamlAlias, block: Block): YamlContent | undefined {
    const place = toFile(block, alias).start;
    let found: YamlContent | undefined;
    let last = -1;
    for (const definer of this.defined.get(alias.name)) {
      for (const node of definer.tree.anchors) {
        if (node.anchor !== alias.name) continue;
        const at = toFile(definer, node).start;
        if (at < place && at > last) {
          found = node;
          last = at;
        }
      }
    }
    return found;
  }
}

/** Aliases of a block that stand for nothing. */
export function* unknownAliases(block: AnchorBlock, anchors: Anchors): Generator<Finding> {
  for (const alias of block.tree.aliases) {
    if (anchors.resolve(alias, block)) continue;
    yield {
      start: alias.start,
      end: alias.end,
      message: `Nothing before this has the anchor "&${alias.name}"; write it above, or remove the "*${alias.name}"`,
    };
  }
}
