/**
 * Cuts a file into pieces before YAML is read: runs of the head, and one piece for each entry of `roles:` and
 * `users:`. It goes by indentation, and is sound because all that is inside an entry is indented deeper than the
 * entry's dash. Where a dash has slipped, it goes by the keys that only entries begin with. It is what keeps an error
 * in one entry from the others.
 */
import { keysOf } from './keys';
import {
  beginsPlain,
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
const ofEntries = [...keysOf.role, ...keysOf.user];
/** Keys that only entries have: at the start of a line they have lost their indentation. */
const entryKeys = new Set(ofEntries.map(({ key }) => key).filter((key) => !topKeys.has(key)));
/** Keys whose values hold no list of mappings, as `attributes` may, and what isn't ours. */
const closedKeys = new Set(ofEntries.flatMap(({ key, value }) => (value === 'attributes' ? [] : [key])));
/** A dash, and a key of an entry behind it. */
const entryBeginning = new RegExp(
  `-[ \\t]+(?:[&!]\\S+[ \\t]+)*(?:\\{[ \\t]*)?["']?(?:${ofEntries.map(({ key }) => key).join('|')})["']?[ \\t]*:(?!\\S)`,
  'y',
);

/** Walks over the lines of a file and tells where pieces begin. */
export class Cutter {
  readonly #text: string;
  #kind: PieceKind;
  /** The list that a dash would be an entry of. */
  #section: PieceKind | undefined;
  /** The column of what the current entry holds: what is less indented isn't in it. */
  #content = 0;
  /** The column of the current entry's keys; infinite as long as none was met. */
  #keys = 0;
  /** The last place at that column or before it: the key, if it is one, that what is deeper belongs to. */
  #under = 0;
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
    if (this.#kind !== 'head') this.#enter(from, indentOf(this.#text, from));
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
    // Nothing, a comment, or a tab or no-break space, which can't indent: it belongs to what is around it.
    if (Number.isNaN(code) || code === 35 || code === 9 || code === 160 || isLineBreak(code))
      return undefined;
    if (code === 45 && isBlank(text.charCodeAt(at + 1))) return this.#dash(line, indent);
    if (indent > 0) {
      if (!this.#begun) this.unsafe = true;
      if (this.#keys === Number.POSITIVE_INFINITY) this.#keys = indent;
      if (indent <= this.#keys) this.#under = at;
      return undefined;
    }
    return this.#top(line);
  }

  #dash(line: number, indent: number): Cut | undefined {
    if (!this.#begun) this.unsafe = true;
    if (!this.#section) return undefined;
    if (this.#kind !== 'head' && indent >= this.#content && !this.#hasSlipped(line + indent))
      return undefined;
    this.#kind = this.#section;
    this.#enter(line, indent);
    return { kind: this.#kind, start: line };
  }

  /** Whether the dash at a place that is deep enough to be inside of the entry begins the next one all the same. */
  #hasSlipped(at: number): boolean {
    if (!this.#isEntry(at)) return false;
    const key = keyAt(this.#text, this.#under)?.key;
    return key === undefined || closedKeys.has(key);
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
    if (inEntry && (entryKeys.has(key) || this.#isStray(line))) return undefined;
    this.#section = sections.get(key);
    if (this.#section && !isRestEmpty(text, end)) this.#section = undefined;
    this.#kind = 'head';
    return inEntry ? { kind: 'head', start: line } : undefined;
  }

  /** Whether keys that aren't ours, from `from` on, stand between two entries: then they don't end the list. */
  #isStray(from: number): boolean {
    const text = this.#text;
    for (let line = from; line < text.length; line = this.#nextLine(line)) {
      const at = line + indentOf(text, line);
      if (isRestEmpty(text, at) || text.charCodeAt(at) === 35) continue;
      if (text.charCodeAt(at) === 45) return this.#isEntry(at);
      const found = at === line ? keyAt(text, at) : undefined;
      // What isn't one plain word may go on in the lines below, dashes and all.
      if (!found || topKeys.has(found.key) || !hasPlainValue(text, found.end)) return false;
    }
    return false;
  }

  #isEntry(at: number): boolean {
    entryBeginning.lastIndex = at;
    return entryBeginning.test(this.#text);
  }

  /** Begins an entry: what it holds is at the column of its first key, or past the dash where the dash's line has none. */
  #enter(line: number, indent: number): void {
    let column = indent + 1;
    while (isSpaceOrTab(this.#text.charCodeAt(line + column))) column++;
    const hasKey = keyAt(this.#text, line + column) !== undefined;
    this.#content = hasKey ? column : indent + 1;
    this.#keys = hasKey ? column : Number.POSITIVE_INFINITY;
    this.#under = line + column;
  }
}

/** Whether a key's value is a word without quotes, brackets or anchor. */
function hasPlainValue(text: string, from: number): boolean {
  let at = from;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  return beginsPlain(text, at);
}
