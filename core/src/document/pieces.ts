/** The runs that a file is cut into, as objects that are kept while their text stays. */
import type { PieceKind } from './cut';
import { type EntryBlock, HeadPiece, roleBlock, userBlock } from './kept-blocks';
import type { Run } from './runs';

export type Piece = HeadPiece | EntryBlock;

export function kindOf(piece: Piece): PieceKind {
  return piece instanceof HeadPiece ? 'head' : piece.entry.kind;
}

export function toPiece({ kind, start, text }: Run): Piece {
  if (kind === 'head') return new HeadPiece(start, text);
  return kind === 'role' ? roleBlock(start, text) : userBlock(start, text);
}
