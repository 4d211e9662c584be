import { EntryBlock, type HeadBlock } from './kept-blocks';
import type { RoleEntry, UserEntry } from './model';
import type { Piece } from './pieces';

/** A document's blocks as the file has them. */
export interface InOrder {
  readonly blocks: readonly (HeadBlock | EntryBlock)[];
  readonly roles: readonly EntryBlock<RoleEntry>[];
  readonly users: readonly EntryBlock<UserEntry>[];
}

export function inOrder(head: HeadBlock, pieces: readonly Piece[]): InOrder {
  const entries = pieces.filter((piece) => piece instanceof EntryBlock);
  if (head.inner.length > 0) {
    entries.push(...head.inner.map(({ block }) => block));
    entries.sort((a, b) => a.start - b.start);
  }
  return {
    blocks: [head, ...entries],
    roles: entries.filter((block): block is EntryBlock<RoleEntry> => block.entry.kind === 'role'),
    users: entries.filter((block): block is EntryBlock<UserEntry> => block.entry.kind === 'user'),
  };
}
