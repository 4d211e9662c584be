import type { Block, Entry } from '../../document/model';

/** Blocks as they stand in the file. */
export function inFileOrder<E extends Entry>(blocks: Iterable<Block<E>>): readonly Block<E>[] {
  return [...blocks].sort((one, other) => one.start - other.start);
}
