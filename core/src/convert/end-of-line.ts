/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const length = text.slice(offset).search(/\r?\n/);
  return length < 0 ? text.length : offset + length;
}
