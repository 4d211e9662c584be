import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOffset, toPosition } from '../../server/src/language/convert';
import { LineIndex } from '../../server/src/language/line-index';

const textWithLines = fc
  .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''));
const anyEdit = fc.record({ from: fc.nat(), length: fc.nat(6), newText: textWithLines });

describe('LineIndex', () => {
  it('is after any edits what it would be from the start', () => {
    fc.assert(
      fc.property(textWithLines, fc.array(anyEdit, { maxLength: 6 }), (first, edits) => {
        let text = first;
        const lines = new LineIndex(text);
        for (const { from, length, newText } of edits) {
          const start = from % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + newText + text.slice(end);
          lines.replace(start, end, newText.length, text);
        }
        expect(starts(lines)).toEqual(starts(new LineIndex(text)));
      }),
    );
  });

  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\n\r\n\r', [0, 1, 3, 4]],
  ])('knows the lines of %j', (text, expected) => {
    expect(starts(new LineIndex(text))).toEqual(expected);
  });
});

describe('positions', () => {
  it('go to offsets and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), textWithLines, fc.nat(), (one, two, at) => {
        const text = one + two;
        const file = { text, lines: new LineIndex(text) };
        // A place between "\r" and "\n" isn't a position; the end of the line is.
        const offset = at % (text.length + 1);
        const inLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
        expect(toOffset(file, toPosition(file, offset))).toBe(inLineEnd ? offset - 1 : offset);
      }),
    );
  });

  it('beyond a line mean its end, and beyond the file the end of that', () => {
    const text = 'ab\r\nc\n';
    const file = { text, lines: new LineIndex(text) };
    const offsets = [
      { line: 0, character: 99 },
      { line: 1, character: 99 },
      { line: 2, character: 99 },
      { line: 9, character: 0 },
    ].map((position) => toOffset(file, position));
    expect(offsets).toEqual([2, 5, 6, 6]);
  });

  it('count UTF-16 units', () => {
    const text = 'a: 😀b';
    expect(toPosition({ lines: new LineIndex(text) }, text.indexOf('b'))).toEqual({ line: 0, character: 5 });
  });
});

function starts(lines: LineIndex): number[] {
  return Array.from({ length: lines.lineCount }, (_, line) => lines.startOf(line));
}
