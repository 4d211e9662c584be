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

const lineFeed = 10;
const space = 32;
const hash = 35;
const dash = 45;
const colon = 58;

class PlainReader {
  readonly #text: string;
  #at: number;
  #lineStart = 0;
  /** The end of the last word. */
  #end = 0;
  #isPlain = true;

  constructor(text: string) {
    this.#text = text;
    this.#at = indentOf(text, 0);
  }

  entry(): YamlMapping | undefined {
    if (!this.#isDash()) return undefined;
    this.#skipDash();
    const start = this.#at;
    const pairs: YamlPair[] = [];
    while (this.#at < this.#text.length) {
      const key = this.#at - this.#lineStart === start ? this.#key() : this.#refuse();
      const value = this.#isLineEnd() ? this.#list(start) : this.#word();
      if (!key || !this.#isPlain) return undefined;
      pairs.push({ key, value });
    }
    return pairs.length > 0 ? { kind: 'mapping', flow: false, pairs, start, end: this.#end } : undefined;
  }

  /** A key and its colon; what is after them is next. */
  #key(): YamlScalar | undefined {
    const start = this.#at;
    let end = start;
    while (isLetterOrDigit(this.#text.charCodeAt(end))) end++;
    this.#at = end + 1;
    if (end === start || this.#text.charCodeAt(end) !== colon) return this.#refuse();
    const isApart = this.#text.charCodeAt(this.#at) === space;
    this.#at += indentOf(this.#text, this.#at);
    return isApart || this.#isLineEnd() ? this.#scalar(start, end) : this.#refuse();
  }

  /** The rest of the line; the next line is next. */
  #word(): YamlScalar | undefined {
    const start = this.#at;
    if (!isLetterOrDigit(this.#text.charCodeAt(start))) return this.#refuse();
    let end = start + 1;
    for (; !this.#isLineEnd(); this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      // They may be part of the word or end it.
      if (code === colon || code === hash) return this.#refuse();
      if (code !== space) end = this.#at + 1;
    }
    this.#nextLine();
    return this.#scalar(start, end);
  }

  /** The items below a key, each on a line of its own; `undefined` where there is none. */
  #list(keyColumn: number): YamlSequence | undefined {
    this.#nextLine();
    const start = this.#at;
    const column = start - this.#lineStart;
    if (column < keyColumn || !this.#isDash()) return undefined;
    const items: YamlScalar[] = [];
    while (this.#at - this.#lineStart === column && this.#isDash()) {
      this.#skipDash();
      const item = this.#word();
      if (item) items.push(item);
    }
    return { kind: 'sequence', flow: false, items, start, end: this.#end };
  }

  #scalar(start: number, end: number): YamlScalar {
    this.#end = end;
    const value = this.#text.slice(start, end);
    return { kind: 'scalar', value: words.get(value) ?? value, style: 'plain', start, end };
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#text.charCodeAt(this.#at + 1) === space;
  }

  #skipDash(): void {
    this.#at++;
    this.#at += indentOf(this.#text, this.#at);
  }

  #isLineEnd(): boolean {
    return this.#at >= this.#text.length || this.#text.charCodeAt(this.#at) === lineFeed;
  }

  /** To the content of the next line that has any, from the end of one. */
  #nextLine(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      this.#lineStart = this.#at + 1;
      this.#at = this.#lineStart + indentOf(text, this.#lineStart);
      const code = text.charCodeAt(this.#at);
      if (code === hash) {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else if (code !== lineFeed) return;
    }
  }

  #refuse(): undefined {
    this.#isPlain = false;
    this.#at = this.#text.length;
    return undefined;
  }
}

function isLetterOrDigit(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57) || code > 160;
}
