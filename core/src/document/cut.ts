/**
 * Cuts a file into pieces by indentation alone, before YAML is read: runs of the head, and one piece for each entry
 * of `roles:` and `users:`. It is sound because all that is inside an entry is indented deeper than the entry's
 * dash; and it is what keeps an error in one entry from the others.
 */
import { keysOf } from './keys';
import {
  indentOf,
  isBlank,
  isLineBreak,
  isMarker,
  isRestEmpty,
  isSpaceOrTab,
  keyAt,
  nextLine,
} from './lines';

export type PieceKind = 'head' | 'role' | 'user';

export interface Cut {
  readonly kind: PieceKind;
  /** The start of a line. */
  readonly start: number;
}

const sections: ReadonlyMap<string, PieceKind> = new Map([
  ['roles', 'role'],
  ['users', 'user'],
]);
const topKeys = new Set(keysOf.head.map(({ key }) => key));
/** Keys that only entries have: at the start of a line they have lost their indentation. */
const entryKeys = new Set(
  [...keysOf.role, ...keysOf.user].map(({ key }) => key).filter((key) => !topKeys.has(key)),
);

/** Walks over the lines of a file and tells where pieces begin. */
export class Cutter {
  readonly #text: string;
  #kind: PieceKind;
  /** The list that a dash would be an entry of. */
  #section: PieceKind | undefined;
  /** The column of what the current entry holds: what is less indented isn't in it. */
  #content = 0;
  #begun: boolean;
  /** Lines that end in a line feed alone, as nearly all do, are found much faster. */
  readonly #hasReturns: boolean;
  /** Set once something was met that pieces can't be cut around: the file has to be parsed whole. */
  unsafe = false;

  /** `kind` is that of the piece which begins where the walk does; it is taken at its word. */
  constructor(text: string, kind: PieceKind, begun: boolean) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
    this.#kind = kind;
    this.#section = kind === 'head' ? undefined : kind;
    this.#begun = begun;
  }

  /** Where pieces begin in the lines from `from` to `to`, the one that begins at `from` not included. */
  *cuts(from: number, to: number): Generator<Cut> {
    if (this.#kind !== 'head') this.#content = this.#contentColumn(from, indentOf(this.#text, from));
    const byteOrderMark = this.#text.charCodeAt(from) === 0xfeff ? 1 : 0;
    const first = this.#kind === 'head' ? from + byteOrderMark : this.#nextLine(from);
    for (let line = first; line < to; line = this.#nextLine(line)) {
      const cut = this.next(line);
      if (cut) yield cut;
      if (this.unsafe) return;
    }
  }

  #nextLine(from: number): number {
    if (this.#hasReturns) return nextLine(this.#text, from);
    const feed = this.#text.indexOf('\n', from);
    return feed < 0 ? this.#text.length : feed + 1;
  }

  /** Whether a piece begins at this line, which comes after those walked over. */
  next(line: number): Cut | undefined {
    const text = this.#text;
    const indent = indentOf(text, line);
    const at = line + indent;
    const code = text.charCodeAt(at);
    // Nothing, a comment, or a tab, which can't indent: it belongs to what is around it.
    if (Number.isNaN(code) || code === 35 || code === 9 || isLineBreak(code)) return undefined;
    if (code === 45 && isBlank(text.charCodeAt(at + 1))) return this.#dash(line, indent);
    if (indent > 0) {
      if (!this.#begun) this.unsafe = true;
      return undefined;
    }
    return this.#top(line);
  }

  #dash(line: number, indent: number): Cut | undefined {
    if (!this.#begun) this.unsafe = true;
    if (!this.#section || (this.#kind !== 'head' && indent >= this.#content)) return undefined;
    this.#kind = this.#section;
    this.#content = this.#contentColumn(line, indent);
    return { kind: this.#kind, start: line };
  }

  #top(line: number): Cut | undefined {
    const text = this.#text;
    if (isMarker(text, line)) {
      // One document may begin with its marker; more than one can't be cut.
      if (this.#begun || text[line] === '.' || !isRestEmpty(text, line + 3)) this.unsafe = true;
      this.#begun = true;
      return undefined;
    }
    const found = keyAt(text, line);
    const begun = this.#begun;
    this.#begun = true;
    if (!found) {
      // Before anything else, it may open a value that runs over the lines to come.
      if (!begun && !/^\w/.test(text.slice(line, line + 1))) this.unsafe = true;
      return undefined;
    }
    const { key, end } = found;
    const inEntry = this.#kind !== 'head';
    // A line of an entry that lost its indentation, rather than the end of the list.
    if (inEntry && entryKeys.has(key)) return undefined;
    this.#section = sections.get(key);
    if (this.#section && !isRestEmpty(text, end)) this.#section = undefined;
    this.#kind = 'head';
    return inEntry ? { kind: 'head', start: line } : undefined;
  }

  /** The column of an entry's first key, or past the dash where the dash's line holds none. */
  #contentColumn(line: number, indent: number): number {
    let column = indent + 1;
    while (isSpaceOrTab(this.#text.charCodeAt(line + column))) column++;
    return keyAt(this.#text, line + column) ? column : indent + 1;
  }
}
