/**
 * A text with its control and bidirectional characters written out, as `\u202e`, for what is said to people: it can't
 * move a terminal's cursor, end a line of a log, or look like another text than it is.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
}
