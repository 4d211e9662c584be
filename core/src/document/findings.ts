import type { Product } from '../catalog';
import type { Finding } from '../finding';
import type { Rule } from '../rules/rule';
import type { Block } from './model';

/** What one rule found in one block. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What rules found in blocks, kept for as long as the blocks are, so that a check costs what has changed. */
export class Findings {
  readonly #found = new Map<Block, readonly RuleFinding[]>();
  readonly #unchecked = new Set<Block>();
  #product: Product | undefined;

  add(block: Block): void {
    this.#unchecked.add(block);
  }

  delete(block: Block): void {
    this.#unchecked.delete(block);
    this.#found.delete(block);
  }

  /** Checks the blocks that are new, or all of them where the product is, and gives those with findings. */
  update(
    document: { readonly blocks: Iterable<Block> },
    product: Product,
    checkBlock: (block: Block) => readonly RuleFinding[],
  ): ReadonlyMap<Block, readonly RuleFinding[]> {
    const isChanged = this.#product !== undefined && this.#product !== product;
    if (isChanged) for (const block of document.blocks) this.#unchecked.add(block);
    this.#product = product;
    for (const block of this.#unchecked) {
      const findings = checkBlock(block);
      if (findings.length > 0) this.#found.set(block, findings);
      else this.#found.delete(block);
    }
    this.#unchecked.clear();
    return this.#found;
  }
}
