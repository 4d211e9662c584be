const lineFeed = 10;
const carriageReturn = 13;

/** Where each line of a text begins, kept up to date with edits. `\n`, `\r\n` and `\r` end a line, as in LSP. */
export class LineIndex {
  #starts: Uint32Array;
  #count: number;

  constructor(text: string) {
    const starts = lineStarts(text, 1, text.length);
    this.#count = starts.length + 1;
    this.#starts = new Uint32Array(this.#count);
    this.#starts.set(starts, 1);
  }

  get lineCount(): number {
    return this.#count;
  }

  /** Where `line` begins; the last line's start for a line beyond the end. */
  startOf(line: number): number {
    return this.#starts[Math.min(line, this.#count - 1)] ?? 0;
  }

  /** The line that `offset` is in. */
  lineAt(offset: number): number {
    return this.#firstFrom(offset + 1) - 1;
  }

  /** Takes note of an edit: `start` to `end` of the text before it became `length` units of `text`. */
  replace(start: number, end: number, length: number, text: string): void {
    // Whether a line begins at an offset is told by the units at either side of it, so only the edited stretch
    // and its two edges are read again.
    const before = this.#firstFrom(Math.max(start, 1));
    const after = this.#firstFrom(end + 1);
    const inserted = lineStarts(text, Math.max(start, 1), start + length);
    const count = before + inserted.length + this.#count - after;
    let starts = this.#starts;
    if (count > starts.length) {
      starts = new Uint32Array(count + (count >> 3));
      starts.set(this.#starts.subarray(0, before));
    }
    const shifted = before + inserted.length;
    starts.set(this.#starts.subarray(after, this.#count), shifted);
    starts.set(inserted, before);
    const distance = length - (end - start);
    if (distance !== 0)
      for (let line = shifted; line < count; line++) starts[line] = (starts[line] ?? 0) + distance;
    this.#starts = starts;
    this.#count = count;
  }

  /** The first line that begins at `offset` or after it. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Offsets in `from` to `to`, both included, that a line begins at. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let offset = from; offset <= to; offset++) {
    const code = text.charCodeAt(offset - 1);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset) !== lineFeed))
      starts.push(offset);
  }
  return starts;
}
