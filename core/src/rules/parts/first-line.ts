import type { Span } from '../../span';

/** A span up to the end of its first line: enough to see which thing is meant. */
export function firstLine(text: string, { start, end }: Span): Span {
  const newline = text.slice(start, end).search(/\r?\n/);
  return { start, end: newline < 0 ? end : start + newline };
}
