/** Where a block's text stands in the file, and back. */
import type { Span } from '../span';
import type { Block, Stretch } from './model';

/** A span of a block as a span of the file. One that reaches over several runs of the head covers what is between them. */
export function toFile(block: Block, span: Span): Span {
  if (block.stretches.length < 2) return { start: block.start + span.start, end: block.start + span.end };
  const start = offsetInFile(block.stretches, span.start);
  if (span.end === span.start) return { start, end: start };
  // The end belongs to what is before it: a span that ends where a run does must not jump to the next.
  return { start, end: offsetInFile(block.stretches, span.end - 1) + 1 };
}

/** An offset of the file in the text of a block; `undefined` where the file's text isn't the block's there. */
export function toBlock(block: Block, offset: number): number | undefined {
  const { stretches } = block;
  for (let n = stretches.length - 1; n >= 0; n--) {
    const stretch = stretches[n];
    if (!stretch || offset < stretch.start) continue;
    const inBlock = offset - stretch.start + stretch.at;
    return inBlock <= (stretches[n + 1]?.at ?? block.length) ? inBlock : undefined;
  }
  return undefined;
}

function offsetInFile(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = stretches[low];
  return stretch ? offset - stretch.at + stretch.start : offset;
}
