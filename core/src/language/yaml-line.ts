/** One line of block-style YAML, read by its indentation alone: what a half-typed file still tells. */
import { isBlank, isLineBreak, isSpaceOrTab, keyAt, nextLine as lineAfter } from '../document/lines';

/** A dash or a key, at its column. `end` is the offset where what belongs to it may begin. */
export type Mark =
  | { readonly kind: 'item'; readonly column: number; readonly end: number }
  | { readonly kind: 'key'; readonly column: number; readonly end: number; readonly key: string };

export interface YamlLine {
  /** The column of the first thing on the line. */
  readonly indent: number;
  /** Dashes, then the key if there is one, from the left. */
  readonly marks: readonly Mark[];
  /** Where the rest of the line begins: a value, a word half typed, or the line's end. */
  readonly rest: number;
}

/** Reads the line that begins at `start`. */
export function readLine(text: string, start: number): YamlLine {
  let at = skipBlanks(text, start);
  const indent = at - start;
  const marks: Mark[] = [];
  while (text[at] === '-' && isBlank(text.charCodeAt(at + 1))) {
    marks.push({ kind: 'item', column: at - start, end: at + 1 });
    at = skipBlanks(text, at + 1);
  }
  const found = keyAt(text, skipProperties(text, at));
  if (found) {
    marks.push({ kind: 'key', column: at - start, ...found });
    at = skipBlanks(text, found.end);
  }
  return { indent, marks, rest: at };
}

/** Past the anchor and the tag that may stand before a node. */
export function skipProperties(text: string, from: number): number {
  let at = from;
  while (text[at] === '&' || text[at] === '!') {
    let end = at;
    while (!isBlank(text.charCodeAt(end))) end++;
    const next = skipBlanks(text, end);
    if (next === end) return from;
    at = next;
  }
  return at;
}

/** Whether nothing but blanks or a comment is on the line that begins at `start`. */
export function isIdle(text: string, start: number): boolean {
  const at = skipBlanks(text, start);
  return at >= text.length || isLineBreak(text.charCodeAt(at)) || text[at] === '#';
}

/** Where the line that `offset` is in ends, its line end excluded. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** Where the next line begins, or `undefined` on the last. */
export function nextLine(text: string, offset: number): number | undefined {
  const end = lineEnd(text, offset);
  return end < text.length ? lineAfter(text, end) : undefined;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}
