import { isBlank, isSpaceOrTab, lineStartOf } from './lines';

/**
 * The text with the bracket at `at`, where it begins its line, put behind what it closes: spaces take the place of all
 * between, comments too, so that every other character stays where it is.
 */
export function closedOnLineAbove(text: string, at: number): string | undefined {
  if (text[at] !== ']' && text[at] !== '}') return undefined;
  let line = lineStartOf(text, at);
  let end = contentEnd(text, at);
  if (end > line) return undefined;
  // Lines of comments alone stand between the bracket and what it closes.
  while (end > 0 && end <= line) {
    line = lineStartOf(text, end);
    end = contentEnd(text, commentStart(text, line, end));
  }
  return text.slice(0, end) + ' '.repeat(at - end) + text.slice(at);
}

/** The end of what stands before `at`, blanks and line breaks left out. */
function contentEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the comment of a line in brackets begins; `end` where it has none. A `#` may also be part of a word or of quotes. */
function commentStart(text: string, line: number, end: number): number {
  let quote: string | undefined;
  for (let at = line; at < end; at++) {
    const ch = text[at];
    const before = at > line ? (text[at - 1] ?? ' ') : ' ';
    if (quote === '"' && ch === '\\') at++;
    else if (quote !== undefined) quote = ch === quote ? undefined : quote;
    else if ((ch === '"' || ch === "'") && /[\s[{,:']/.test(before)) quote = ch;
    else if (ch === '#' && isSpaceOrTab(before.charCodeAt(0))) return at;
  }
  return end;
}
