/**
 * Entries that are written as nearly all are, read without the YAML parser: lines of `key: word`, and lists of words
 * below a key. What they come to is what the parser would say, many times sooner and without its events; a test holds
 * the two against one another.
 */
import { permissionsOf, roleTypes } from '../catalog';
import { keysOf } from './keys';
import { indentOf } from './lines';
import type { YamlMapping, YamlPair, YamlScalar, YamlSequence } from './model';

/** An entry's mapping; `undefined` where anything isn't plain, and the parser has to look. */
export function plainEntry(text: string): YamlMapping | undefined {
  return unusual.test(text) ? undefined : new PlainReader(text).entry();
}

/** Control characters, tabs, carriage returns, surrogates, byte order marks: YAML has rules for each. */
const unusual = /[^\n\x20-\x7e\xa0-\ud7ff]/;

/** What files are mostly made of. One string for each stands for all of its places: that is less to keep and to compare. */
const words: ReadonlyMap<string, string> = new Map(
  [
    ...Object.values(keysOf).flatMap((keys) => keys.map(({ key }) => key)),
    ...Object.values(roleTypes).flatMap((types) =>
      types.flatMap((type) => [type, ...permissionsOf(type).keys()]),
    ),
  ].map((word) => [word, word]),
);

const space = 32;
const hash = 35;
const dash = 45;

/**
 * Walks over the lines that say something. Line ends, colons and hashes are found by `indexOf`: code of the engine's
 * own, which is fast from the first line on, where a loop of ours over the letters has to be compiled first.
 */
class PlainReader {
  readonly #text: string;
  /** What is read next, on the line that ends at `#lineEnd`. */
  #at = 0;
  #column = 0;
  #lineEnd = -1;
  /** The first colon and the first hash that may be on the line, or after it. */
  #colon = -1;
  #hash = -1;
  /** The end of the last word. */
  #end = 0;
  #isPlain = true;

  constructor(text: string) {
    this.#text = text;
    this.#nextLine();
  }

  entry(): YamlMapping | undefined {
    if (!this.#isDash()) return undefined;
    this.#skipDash();
    const start = this.#at;
    const column = this.#column;
    const pairs: YamlPair[] = [];
    while (this.#at < this.#text.length) {
      const key = this.#column === column ? this.#key() : this.#refuse();
      const value = this.#at === this.#lineEnd ? this.#list(column) : this.#word();
      if (!key || !this.#isPlain) return undefined;
      pairs.push({ key, value });
    }
    return pairs.length > 0 ? { kind: 'mapping', flow: false, pairs, start, end: this.#end } : undefined;
  }

  /** A key of the format and its colon; what is after them is next. */
  #key(): YamlScalar | undefined {
    const start = this.#at;
    const colon = this.#nextColon();
    const key = colon < this.#lineEnd ? words.get(this.#text.slice(start, colon)) : undefined;
    if (key === undefined) return this.#refuse();
    this.#at = colon + 1;
    const blanks = indentOf(this.#text, this.#at);
    this.#at += blanks;
    return blanks > 0 || this.#at === this.#lineEnd ? this.#scalar(key, start, colon) : this.#refuse();
  }

  /** The rest of the line; the next line is next. */
  #word(): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    let end = this.#lineEnd;
    // A colon or a hash may be part of the word or end it.
    const isOther = this.#nextColon() < end || this.#nextHash() < end;
    if (isOther || !isLetterOrDigit(text.charCodeAt(start))) return this.#refuse();
    while (text.charCodeAt(end - 1) === space) end--;
    this.#nextLine();
    const value = text.slice(start, end);
    return this.#scalar(words.get(value) ?? value, start, end);
  }

  /** The items below a key, each on a line of its own; `undefined` where there is none. */
  #list(keyColumn: number): YamlSequence | undefined {
    this.#nextLine();
    const start = this.#at;
    const column = this.#column;
    if (column < keyColumn || !this.#isDash()) return undefined;
    const items: YamlScalar[] = [];
    while (this.#column === column && this.#isDash()) {
      this.#skipDash();
      const item = this.#word();
      if (item) items.push(item);
    }
    return { kind: 'sequence', flow: false, items, start, end: this.#end };
  }

  #scalar(value: string, start: number, end: number): YamlScalar {
    this.#end = end;
    return { kind: 'scalar', value, style: 'plain', start, end };
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#text.charCodeAt(this.#at + 1) === space;
  }

  #skipDash(): void {
    const blanks = indentOf(this.#text, this.#at + 1);
    this.#at += 1 + blanks;
    this.#column += 1 + blanks;
  }

  #nextColon(): number {
    if (this.#colon < this.#at) this.#colon = this.#find(':');
    return this.#colon;
  }

  #nextHash(): number {
    if (this.#hash < this.#at) this.#hash = this.#find('#');
    return this.#hash;
  }

  #find(sign: string): number {
    const found = this.#text.indexOf(sign, this.#at);
    return found < 0 ? this.#text.length : found;
  }

  /** To the content of the next line that has any. */
  #nextLine(): void {
    const text = this.#text;
    while (this.#lineEnd < text.length) {
      const start = this.#lineEnd + 1;
      this.#column = indentOf(text, start);
      this.#at = start + this.#column;
      this.#lineEnd = this.#find('\n');
      if (this.#at < this.#lineEnd && text.charCodeAt(this.#at) !== hash) return;
    }
    this.#at = text.length;
  }

  #refuse(): undefined {
    this.#isPlain = false;
    this.#at = this.#text.length;
    this.#lineEnd = this.#at;
    return undefined;
  }
}

function isLetterOrDigit(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57) || code > 160;
}
