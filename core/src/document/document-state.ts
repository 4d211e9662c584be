import { type AnchorUses, anchorUsesAt } from './anchor-uses';
import { Anchors } from './anchors';
import type { PlacedSyntax, RolesDocument, TextChange } from './document';
import { DocumentIndex } from './document-index';
import { EntryColumns } from './entry-columns';
import { Findings } from './findings';
import { type InOrder, inOrder } from './in-order';
import { EntryBlock, HeadBlock, HeadPiece } from './kept-blocks';
import type { RoleEntry, UserEntry, YamlAlias, YamlContent } from './model';
import { kindOf, type Piece, toPiece } from './pieces';
import { cutRuns, type Run } from './runs';
import { mostText } from './too-large';

type KeptBlock = HeadBlock | EntryBlock;

/** A document over its lifetime: an edit reads the pieces that it touches and moves the rest. */
export class DocumentState implements RolesDocument {
  #pieces: Piece[] = [];
  #head = new HeadBlock([]);
  #anchors = new Anchors<KeptBlock>();
  #index = new DocumentIndex(this.#head, this.#anchors);
  #findings = new Findings();
  #columns = new EntryColumns();
  /** Pieces couldn't be cut, so every edit reads the file anew. */
  #isWhole = false;
  #length = 0;
  #text: string | undefined;
  #ordered: InOrder | undefined;

  constructor(text: string) {
    this.#read(text);
  }

  get text(): string {
    this.#text ??= this.#pieces.map(({ text }) => text).join('');
    return this.#text;
  }

  get length(): number {
    return this.#length;
  }

  get head(): HeadBlock {
    return this.#head;
  }

  get index(): DocumentIndex {
    return this.#index;
  }

  get findings(): Findings {
    return this.#findings;
  }

  get roles(): readonly EntryBlock<RoleEntry>[] {
    return this.#inOrder().roles;
  }

  get users(): readonly EntryBlock<UserEntry>[] {
    return this.#inOrder().users;
  }

  get blocks(): readonly KeptBlock[] {
    return this.#inOrder().blocks;
  }

  get syntax(): readonly PlacedSyntax[] {
    return this.#columns.uneven(({ start }) => {
      const n = this.#pieceAt(start);
      return this.#pieces.slice(Math.max(0, n - 1), n + 2);
    });
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let n = this.#pieceAt(start); n < this.#pieces.length; n++) {
      const piece = this.#pieces[n];
      if (!piece || piece.start >= end) break;
      text += piece.text.slice(Math.max(0, start - piece.start), end - piece.start);
    }
    return text;
  }

  resolve(alias: YamlAlias): YamlContent | undefined {
    return this.#anchors.resolve(alias);
  }

  nodeFor(name: string, offset: number): YamlContent | undefined {
    return this.#anchors.nodeFor(name, offset);
  }

  anchorUsesAt(offset: number): AnchorUses | undefined {
    return anchorUsesAt(this.#anchors, this.blockAt(offset), offset);
  }

  blockAt(offset: number): KeptBlock {
    const piece = this.#pieces[this.#pieceAt(offset)];
    if (piece instanceof EntryBlock) return piece;
    const inner = this.#head.inner.find(
      ({ block }) => block.start <= offset && offset <= block.start + block.length,
    );
    return inner?.block ?? this.#head;
  }

  /** Applies one change, counted in the text as it is now. */
  edit({ start, end, newText }: TextChange): void {
    const change = {
      start: Math.max(0, Math.min(start, end, this.#length)),
      end: Math.min(Math.max(start, end), this.#length),
      newText,
    };
    if (this.#isWhole || !this.#editPieces(change)) this.#read(applied(this.text, 0, change));
  }

  #read(text: string): void {
    const runs = text.length > mostText ? 'unsafe' : cutRuns(text, { kind: 'head', start: 0 });
    this.#isWhole = !Array.isArray(runs);
    this.#pieces = [];
    this.#head = new HeadBlock([]);
    this.#anchors = new Anchors<KeptBlock>();
    this.#index = new DocumentIndex(this.#head, this.#anchors);
    this.#findings = new Findings();
    this.#columns = new EntryColumns();
    this.#replacePieces(0, 0, Array.isArray(runs) ? runs : [{ kind: 'head', start: 0, text }]);
    this.#length = text.length;
    this.#text = text;
  }

  /** Cuts again around a change, as far as it takes until the pieces after it stay as they are. */
  #editPieces(change: TextChange): boolean {
    const distance = change.newText.length - (change.end - change.start);
    if (this.#length + distance > mostText) return false;
    const from = Math.max(0, this.#pieceAt(change.start) - 1);
    let to = this.#pieceAt(change.end) + 1;
    for (let further = 1; ; further *= 2, to += further) {
      const old = this.#pieces.slice(from, to);
      const next = this.#pieces[to];
      const start = old[0]?.start ?? 0;
      const text = applied(old.map((piece) => piece.text).join(''), start, change);
      const runs = cutRuns(text, {
        kind: old[0] ? kindOf(old[0]) : 'head',
        start,
        following: next && { kind: kindOf(next), text: next.text },
      });
      if (runs === 'unsafe') return false;
      if (!runs) continue;
      const same = sameEnds(old, runs);
      for (let n = from + old.length - same.last; n < this.#pieces.length; n++) {
        const piece = this.#pieces[n];
        if (piece) piece.start += distance;
      }
      this.#length += distance;
      this.#text = undefined;
      this.#replacePieces(
        from + same.first,
        from + old.length - same.last,
        runs.slice(same.first, runs.length - same.last),
      );
      return true;
    }
  }

  #replacePieces(from: number, to: number, runs: readonly Run[]): void {
    const removed = this.#pieces.slice(from, to);
    const added = runs.map(toPiece);
    this.#pieces = [...this.#pieces.slice(0, from), ...added, ...this.#pieces.slice(to)];
    this.#ordered = undefined;
    const oldBlocks: KeptBlock[] = removed.filter((piece) => piece instanceof EntryBlock);
    const newBlocks: KeptBlock[] = added.filter((piece) => piece instanceof EntryBlock);
    for (const piece of removed) if (piece instanceof EntryBlock) this.#columns.delete(piece);
    for (const piece of added) if (piece instanceof EntryBlock) this.#columns.add(piece);
    if (removed.some(isHeadPiece) || added.some(isHeadPiece)) {
      oldBlocks.push(this.#head, ...this.#head.inner.map(({ block }) => block));
      this.#head = new HeadBlock(this.#pieces.filter(isHeadPiece));
      this.#index.head = this.#head;
      newBlocks.push(this.#head, ...this.#head.inner.map(({ block }) => block));
    } else {
      this.#head.placeInner();
    }
    this.#replaceBlocks(oldBlocks, newBlocks);
  }

  #replaceBlocks(removed: readonly KeptBlock[], added: readonly KeptBlock[]): void {
    for (const block of removed) {
      this.#index.delete(block);
      this.#anchors.delete(block);
      this.#findings.delete(block);
    }
    for (const block of added) this.#anchors.add(block);
    for (const block of added) {
      block.derive(this.#anchors);
      this.#index.add(block);
      this.#findings.add(block);
    }
    for (const block of this.#anchors.affected(removed, added)) {
      this.#index.delete(block);
      block.derive(this.#anchors);
      this.#index.add(block);
      this.#findings.add(block);
    }
  }

  #inOrder(): InOrder {
    this.#ordered ??= inOrder(this.#head, this.#pieces);
    return this.#ordered;
  }

  /** The last piece that begins at an offset or before it. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function isHeadPiece(piece: Piece): piece is HeadPiece {
  return piece instanceof HeadPiece;
}

/** A text that begins at `base` of the file, with a change made to it. */
function applied(text: string, base: number, { start, end, newText }: TextChange): string {
  return text.slice(0, start - base) + newText + text.slice(end - base);
}

/** How many pieces at either end of a stretch are as they were. */
function sameEnds(
  old: readonly Piece[],
  runs: readonly Run[],
): { readonly first: number; readonly last: number } {
  const shorter = Math.min(old.length, runs.length);
  let first = 0;
  while (first < shorter && isSame(old[first], runs[first])) first++;
  let last = 0;
  while (last < shorter - first && isSame(old.at(-1 - last), runs.at(-1 - last))) last++;
  return { first, last };
}

function isSame(piece: Piece | undefined, run: Run | undefined): boolean {
  return piece !== undefined && run !== undefined && kindOf(piece) === run.kind && piece.text === run.text;
}
