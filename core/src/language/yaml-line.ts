/** One line of block-style YAML, read by its indentation alone: what a half-typed file still tells. */

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

const keyPattern =
  /(?:[&!]\S*[ \t]+)*(?:"([^"]*)"|'([^']*)'|([^\s"'#,[\]{}&*!|>%@`][^"'#,[\]{}\r\n]*?))[ \t]*:(?=[ \t\r\n]|$)/y;

/** Reads the line that begins at `start`. */
export function readLine(text: string, start: number): YamlLine {
  let at = skipBlanks(text, start);
  const indent = at - start;
  const marks: Mark[] = [];
  while (text[at] === '-' && isBlankOrEnd(text[at + 1])) {
    marks.push({ kind: 'item', column: at - start, end: at + 1 });
    at = skipBlanks(text, at + 1);
  }
  keyPattern.lastIndex = at;
  const match = keyPattern.exec(text);
  if (match) {
    const key = match[1] ?? match[2] ?? match[3] ?? '';
    marks.push({ kind: 'key', column: at - start, end: keyPattern.lastIndex, key });
    at = skipBlanks(text, keyPattern.lastIndex);
  }
  return { indent, marks, rest: at };
}

/** Whether nothing but blanks or a comment is on the line that begins at `start`. */
export function isIdle(text: string, start: number): boolean {
  const ch = text[skipBlanks(text, start)];
  return ch === undefined || ch === '\n' || ch === '\r' || ch === '#';
}

/** Where the line that `offset` is in begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Where the line that `offset` is in ends, its line end excluded. */
export function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

/** Where the next line begins, or `undefined` on the last. */
export function nextLine(text: string, offset: number): number | undefined {
  const end = lineEnd(text, offset);
  if (end >= text.length) return undefined;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function isBlankOrEnd(ch: string | undefined): boolean {
  return ch === undefined || ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r';
}
