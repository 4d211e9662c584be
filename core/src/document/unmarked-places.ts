/** Places that the parser's events don't give, found in the text around what they do give. */
import type { Span } from '../span';
import { isBlank, isLineBreak, lineStartOf } from './lines';

/** The span of a block scalar, from its `|` or `>` to the end of its last line that says something. */
export function blockScalarSpan(text: string, valueStart: number, valueEnd: number): Span {
  const headerEnd = endOfPreviousLine(text, valueStart);
  const headerStart = lineStartOf(text, headerEnd);
  const header = /[|>][-+0-9]*(?:[ \t]+(?:#.*)?)?$/.exec(text.slice(headerStart, headerEnd));
  const start = headerStart + (header?.index ?? 0);
  let end = valueEnd;
  while (end > valueStart && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end: end > valueStart ? end : headerEnd };
}

/** The end of a flow collection: past the bracket that closes it, when `from` is the end of its last child. */
export function flowEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const ch = text[at];
    if (ch === ']' || ch === '}') return at + 1;
    if (ch === '#') {
      while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
    }
  }
  return text.length;
}

/** The place after the next dash: where an item of which nothing is written would stand. */
export function nextDash(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const ch = text[at];
    if (ch === '-') return at + 1;
    if (ch === '#') {
      while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
    }
  }
  return text.length;
}

function endOfPreviousLine(text: string, lineStart: number): number {
  let end = lineStart;
  if (text[end - 1] === '\n') end--;
  if (text[end - 1] === '\r') end--;
  return end;
}
