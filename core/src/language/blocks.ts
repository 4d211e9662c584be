import type { Block, RoleEntry, UserEntry } from '../document/model';

export type EntryBlock = Block<RoleEntry> | Block<UserEntry>;

/** The entries that have something in `start` to `end`. */
export function entriesWithin<B extends Block>(
  blocks: readonly B[],
  start: number,
  end: number,
): readonly B[] {
  const first = Math.max(0, indexAfter(blocks, start) - 1);
  const within: B[] = [];
  for (let n = first; n < blocks.length; n++) {
    const block = blocks[n];
    if (!block || block.start > end) break;
    if (block.start + block.length >= start) within.push(block);
  }
  return within;
}

/** The index of the first block that begins after `offset`. */
function indexAfter(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
