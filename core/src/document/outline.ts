import { isBlank, isLineBreak, isMarker, isSpaceOrTab, keyAt, nextLine } from './lines';

/** A line of a file as its indentation places it. */
export interface OutlineLine {
  /** The keys that the line is under. */
  readonly path: readonly string[];
  /** Whether the innermost of them, or the file where there is none, holds a list that the line is in an item of. */
  readonly inItem: boolean;
  /** The line's own key; absent where it is a value, or a key whose colon isn't typed yet. */
  readonly key?: string;
  /** What follows the key or stands alone, without anchor, tag, quotes and comments. */
  readonly value: string;
}

interface Open {
  readonly column: number;
  /** Absent for an item of a list. */
  readonly key?: string;
}

/** The lines of a text that say something, each with the keys that it is under. Needs no YAML to be whole. */
export function* outline(text: string): Generator<OutlineLine> {
  const open: Open[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = start; line < text.length; line = nextLine(text, line)) {
    const indent = blanksAt(text, line);
    let at = line + indent;
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || isLineBreak(code) || code === 35) continue;
    if (indent === 0 && (isMarker(text, line) || isConflictMarker(text, line))) continue;
    const isDash = (): boolean => text.charCodeAt(at) === 45 && isBlank(text.charCodeAt(at + 1));
    // A list may stand at the column of the key that it belongs to.
    close(open, indent, isDash());
    while (isDash()) {
      open.push({ column: at - line });
      at += 1 + blanksAt(text, at + 1);
    }
    const found = keyAt(text, at);
    const value = valueAt(text, found?.end ?? at);
    if (!found && value === '') continue;
    const keys = open.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const inItem = open.length > 0 && open.at(-1)?.key === undefined;
    yield { path: keys, inItem, value, ...(found && { key: found.key }) };
    if (found) open.push({ column: at - line, key: found.key });
  }
}

/** Whether git put the line there, before, between or after two versions of what follows. */
function isConflictMarker(text: string, line: number): boolean {
  return /^(?:<{7}|\|{7}|={7}|>{7})(?!\S)/.test(text.slice(line, line + 8));
}

function close(open: Open[], indent: number, isDash: boolean): void {
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (last.column < indent || (isDash && last.column === indent && last.key !== undefined)) return;
    open.pop();
  }
}

/** How many blanks there are. A tab can't indent, but whoever types one means it to. */
function blanksAt(text: string, from: number): number {
  let at = from;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  return at - from;
}

function valueAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  const value = text
    .slice(from, end)
    .trim()
    .replace(/^(?:[&!]\S+[ \t]+)+/, '');
  const quoted = /^(["'])(.*?)\1/.exec(value);
  return quoted ? (quoted[2] ?? '') : value.replace(/(?:^|[ \t])#.*$/, '').trim();
}
