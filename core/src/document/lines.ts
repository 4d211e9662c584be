/** What can be told of a line of YAML without parsing it. Every walk here is linear: lines may be megabytes long. */

/** The start of the line after the one that `from` is in; the text's end where it is the last. */
export function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return text.length;
}

/** The start of the line that `at` is in. */
export function lineStartOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** How many spaces the line that begins at `line` has before its content. A tab is content. */
export function indentOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at - line;
}

export interface KeyOnLine {
  readonly key: string;
  /** Past the colon. */
  readonly end: number;
}

/** A simple key at `at` and its colon on the same line: plain, or in quotes without escapes. */
export function keyAt(text: string, at: number): KeyOnLine | undefined {
  const quote = text.charCodeAt(at);
  if (quote === 34 || quote === 39) return quotedKeyAt(text, at, quote);
  if (!beginsPlain(text, at)) return undefined;
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLineBreak(code)) return undefined;
    if (code === 35 && isSpaceOrTab(text.charCodeAt(end - 1))) return undefined;
    if (code === 58 && isBlank(text.charCodeAt(end + 1))) {
      return { key: text.slice(at, end).trimEnd(), end: end + 1 };
    }
  }
  return undefined;
}

function quotedKeyAt(text: string, at: number, quote: number): KeyOnLine | undefined {
  let end = at + 1;
  for (; end < text.length && text.charCodeAt(end) !== quote; end++) {
    if (isLineBreak(text.charCodeAt(end)) || text.charCodeAt(end) === 92) return undefined;
  }
  const key = text.slice(at + 1, end);
  end++;
  while (isSpaceOrTab(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === 58 && isBlank(text.charCodeAt(end + 1)) ? { key, end: end + 1 } : undefined;
}

const indicators = new Set([...'#,[]{}&*!|>\'"%@`'].map((ch) => ch.charCodeAt(0)));

/** Whether a word without quotes begins at `at`. */
export function beginsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isBlank(code) || indicators.has(code)) return false;
  // A dash, a question mark or a colon begins a word where one follows at once.
  return !((code === 45 || code === 63 || code === 58) && isBlank(text.charCodeAt(at + 1)));
}

/** Whether a line is `---` or `...`, which end a document. */
export function isMarker(text: string, line: number): boolean {
  const code = text.charCodeAt(line);
  if (code !== 45 && code !== 46) return false;
  return (
    text.charCodeAt(line + 1) === code &&
    text.charCodeAt(line + 2) === code &&
    isBlank(text.charCodeAt(line + 3))
  );
}

/** Whether nothing but a comment follows on the line. */
export function isRestEmpty(text: string, from: number): boolean {
  let at = from;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || isLineBreak(code) || (code === 35 && at > from);
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** White space, a line break, or the end of the text. */
export function isBlank(code: number): boolean {
  return Number.isNaN(code) || isSpaceOrTab(code) || isLineBreak(code);
}
