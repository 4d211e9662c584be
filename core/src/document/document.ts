import { Anchors } from './anchors';
import { Cutter, type PieceKind } from './cut';
import { DocumentIndex } from './document-index';
import type { FileIndex } from './file-index';
import { EntryBlock, HeadBlock, HeadPiece, roleBlock, userBlock } from './kept-blocks';
import type { Block, Head, RoleEntry, UserEntry } from './model';

/** A file and what it says. Parsing never fails: what is wrong is told by `check`. */
export interface RolesDocument {
  readonly text: string;
  readonly head: Block<Head>;
  /** In the order of the file. */
  readonly roles: readonly Block<RoleEntry>[];
  readonly users: readonly Block<UserEntry>[];
  /** The head, the roles and the users. */
  readonly blocks: readonly Block[];
  readonly index: FileIndex;
}

/** A replacement of what stands between two offsets of the file as it was before. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Reads a file. Never throws, whatever the text. */
export function parseDocument(text: string): RolesDocument {
  return new DocumentState(text);
}

/**
 * Applies changes one after another, each counted in the text that the one before left, as LSP has them.
 * Gives the document to go on with; the one that was given is used up.
 */
export function editDocument(document: RolesDocument, changes: readonly TextChange[]): RolesDocument {
  let { text } = document;
  for (const { start, end, newText } of changes) text = text.slice(0, start) + newText + text.slice(end);
  return new DocumentState(text);
}

class DocumentState implements RolesDocument {
  readonly text: string;
  readonly head: HeadBlock;
  readonly index: DocumentIndex;
  readonly #anchors = new Anchors();
  readonly #pieces: Piece[];

  constructor(text: string) {
    this.text = text;
    this.#pieces = cutIntoPieces(text);
    this.head = new HeadBlock(this.#pieces.filter((piece) => piece instanceof HeadPiece));
    for (const block of this.blocks) this.#anchors.add(block);
    for (const block of this.blocks) block.derive(this.#anchors);
    this.index = new DocumentIndex(this.head, this.#anchors);
    for (const block of this.#entries()) this.index.add(block);
  }

  get roles(): readonly Block<RoleEntry>[] {
    return this.#entries().filter((block): block is EntryBlock<RoleEntry> => block.entry.kind === 'role');
  }

  get users(): readonly Block<UserEntry>[] {
    return this.#entries().filter((block): block is EntryBlock<UserEntry> => block.entry.kind === 'user');
  }

  get blocks(): readonly (HeadBlock | EntryBlock)[] {
    return [this.head, ...this.#entries()];
  }

  #entries(): readonly EntryBlock[] {
    const own = this.#pieces.filter((piece) => piece instanceof EntryBlock);
    const inner = this.head.inner.map(({ block }) => block);
    return inner.length === 0 ? own : [...own, ...inner].sort((a, b) => a.start - b.start);
  }
}

type Piece = HeadPiece | EntryBlock;

function cutIntoPieces(text: string): Piece[] {
  const cutter = new Cutter(text, 'head', false);
  const pieces: Piece[] = [];
  let kind: PieceKind = 'head';
  let start = 0;
  for (const cut of cutter.cuts(0, text.length)) {
    pieces.push(piece(kind, start, text.slice(start, cut.start)));
    ({ kind, start } = cut);
  }
  if (cutter.unsafe) return [new HeadPiece(0, text)];
  pieces.push(piece(kind, start, text.slice(start)));
  return pieces;
}

function piece(kind: PieceKind, start: number, text: string): Piece {
  if (kind === 'head') return new HeadPiece(start, text);
  return kind === 'role' ? roleBlock(start, text) : userBlock(start, text);
}
