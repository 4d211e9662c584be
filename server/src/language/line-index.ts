const lineFeed = 10;
const carriageReturn = 13;

/** A text of which parts can be had: a string, or a document that holds one in pieces. */
export interface Slices {
  readonly length: number;
  slice(start: number, end: number): string;
}

/** Where each line of a text begins, kept up to date with edits. `\n`, `\r\n` and `\r` end a line, as in LSP. */
export class LineIndex {
  #starts: Uint32Array;
  #count: number;

  constructor(text: string) {
    const starts = lineStarts(text, 1, text.length, 0);
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

  /** Takes note of an edit: `start` to `end` of the text before it became `length` units of `text`, which is after it. */
  replace(start: number, end: number, length: number, text: Slices): void {
    // Whether a line begins at an offset is told by the units at either side of it, so only the edited stretch
    // and its two edges are read again.
    const before = this.#firstFrom(Math.max(start, 1));
    const after = this.#firstFrom(end + 1);
    const from = Math.max(start, 1);
    const inserted = lineStarts(
      text.slice(from - 1, start + length + 1),
      1,
      start + length - from + 1,
      from - 1,
    );
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

/** Offsets in `from` to `to`, both included, that a line begins at; moved by `distance`. */
function lineStarts(text: string, from: number, to: number, distance: number): number[] {
  const starts: number[] = [];
  if (text.includes('\r')) {
    for (let offset = from; offset <= to; offset++) {
      const code = text.charCodeAt(offset - 1);
      if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset) !== lineFeed)) {
        starts.push(offset + distance);
      }
    }
    return starts;
  }
  // Opening a big file waits for this, and a search by the engine is several times as fast as a loop over units.
  for (let at = text.indexOf('\n', from - 1); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1 + distance);
  }
  return starts;
}
