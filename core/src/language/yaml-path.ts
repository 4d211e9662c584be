/** Where a cursor stands in YAML, read from the text around it, so that it works where a parser gives up. */

import { isBlank, lineStartOf } from '../document/lines';
import type { Span } from '../span';
import { openBrackets, unquoted } from './flow';
import { isIdle, lineEnd, type Mark, readLine, skipBlanks, skipProperties } from './yaml-line';

/** A way into a collection: an item of a list, or the value under a key. */
export type Step = { readonly kind: 'item' } | { readonly kind: 'key'; readonly key: string };

/** The scalar that the cursor is in or that could stand there. */
export interface Word extends Span {
  /** The whole of it, before and after the cursor, without quotes. */
  readonly value: string;
  readonly quote?: '"' | "'";
  /** A colon follows: it is a key. */
  readonly colon: boolean;
}

export interface YamlPath {
  /** From the outermost to the innermost; what is above `floor` isn't among them. */
  readonly steps: readonly Step[];
  /** The column of the outermost step, or of the word where there is none. */
  readonly outermost: number;
  readonly word: Word;
  /** The column that the word begins at. */
  readonly column: number;
  /** Keys before the word in its own flow mapping; `undefined` in block style. */
  readonly flowKeys?: readonly string[];
  readonly flow: boolean;
  /** The word is on the line of the key that it would be the value of. */
  readonly afterKey: boolean;
}

/** The path to `offset`, reading up to the line that begins at `floor`. `undefined` in a comment or a block scalar. */
export function yamlPath(text: string, offset: number, floor: number): YamlPath | undefined {
  const start = lineStartOf(text, offset);
  const line = readLine(text, start);
  const marks = [...line.marks];
  // A cursor on the key itself, or before the dash, is in front of what the mark opens.
  while (marks.length > 0 && offset < (marks.at(-1)?.end ?? 0)) marks.pop();
  const from =
    marks.length === line.marks.length
      ? Math.min(line.rest, offset)
      : skipBlanks(text, marks.at(-1)?.end ?? start);
  const own = Math.min(from, offset) - start;
  const above = ancestors(text, start, floor, marks[0]?.column ?? own, marks[0]?.kind === 'item');
  if (above.some((mark) => isBlockScalar(text, mark))) return undefined;

  const path = [...above, ...marks];
  const { depth, brackets } = openFlow(text, path, offset);
  const inner = brackets.at(-1);
  const word = wordAt(text, inner ? inner.itemStart : from, offset, inner !== undefined);
  if (!word) return undefined;
  const steps: Step[] = [
    ...path.slice(0, depth),
    ...brackets.flatMap((bracket): Step[] => {
      if (!bracket.mapping) return [{ kind: 'item' }];
      return bracket.key === undefined ? [] : [{ kind: 'key', key: bracket.key }];
    }),
  ];
  return {
    steps,
    outermost: path[0]?.column ?? own,
    word,
    column: word.start - start,
    flow: inner !== undefined,
    afterKey: !inner && marks.at(-1)?.kind === 'key',
    ...(inner?.mapping && inner.key === undefined && { flowKeys: inner.keys }),
  };
}

/** The marks that `column` is under, outermost first, in lines before `start`. */
function ancestors(
  text: string,
  start: number,
  floor: number,
  column: number,
  dash: boolean,
): readonly Mark[] {
  const found: Mark[] = [];
  let limit = column;
  let isItem = dash;
  let at = start;
  while (at > floor && (limit > 0 || isItem)) {
    at = lineStartOf(text, at - 1);
    if (isIdle(text, at)) continue;
    const line = readLine(text, at);
    if (line.indent > limit) continue;
    for (const mark of line.marks.toReversed()) {
      // A list may stand at the column of the key that it belongs to.
      if (mark.column > limit || (mark.column === limit && !(isItem && mark.kind === 'key'))) continue;
      if (mark.kind === 'key' && holdsScalar(text, mark.end)) continue;
      found.push(mark);
      limit = mark.column;
      isItem = mark.kind === 'item';
    }
  }
  return found.reverse();
}

/** Whether a key has its value on its own line, so that what stands below, however indented, isn't in it. */
function holdsScalar(text: string, from: number): boolean {
  const at = skipProperties(text, skipBlanks(text, from));
  return !isBlank(text.charCodeAt(at)) && !/[#&!|>[{]/.test(text[at] ?? '');
}

function isBlockScalar(text: string, mark: Mark): boolean {
  const at = skipProperties(text, skipBlanks(text, mark.end));
  return /^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(text.slice(at, lineEnd(text, at)));
}

/** The brackets that are open at `offset`, and how many of the path's marks are outside them. */
function openFlow(text: string, path: readonly Mark[], offset: number) {
  // One that the text itself is begins before every mark.
  for (const [depth, from] of [0, ...path.map(({ end }) => end)].entries()) {
    const before = /^(?:\s|#.*(?=[\r\n])|---(?=\s)|[&!]\S*(?=\s))*/.exec(text.slice(from, offset));
    const start = from + (before?.[0].length ?? 0);
    if (start >= offset || (text[start] !== '[' && text[start] !== '{')) continue;
    const brackets = openBrackets(text, start, offset);
    if (brackets.length > 0) return { depth, brackets };
  }
  return { depth: path.length, brackets: [] };
}

/** The scalar from `from` on, with the cursor in it; `undefined` where the cursor is in a comment. */
function wordAt(text: string, from: number, offset: number, flow: boolean): Word | undefined {
  const lead = /^(?:\s|[&!]\S*(?=\s))*/.exec(text.slice(from, offset))?.[0].length ?? 0;
  const start = from + lead;
  const quote = text[start];
  if ((quote === '"' || quote === "'") && start < offset) {
    const close = text.indexOf(quote, start + 1);
    const end = close < 0 || close > lineEnd(text, offset) ? lineEnd(text, offset) : close;
    if (offset > end) return undefined;
    const after = text.slice(end + 1, lineEnd(text, end));
    return { start: start + 1, end, value: text.slice(start + 1, end), quote, colon: /^\s*:/.test(after) };
  }
  if (/(?:^|\s)#/.test(text.slice(start, offset)) || (text[start - 1] === '#' && start === offset))
    return undefined;
  const rest = text.slice(offset, lineEnd(text, offset));
  const length = (flow ? /^.*?(?=[,\]}]|\s#|:\s|:$|$)/ : /^.*?(?=\s#|:\s|:$|$)/).exec(rest)?.[0].length ?? 0;
  const value = text.slice(start, offset + length).trimEnd();
  const end = Math.max(start + value.length, offset);
  return {
    start,
    end,
    value: unquoted(value),
    colon: /^\s*:(?:\s|$)/.test(text.slice(end, lineEnd(text, end))),
  };
}
