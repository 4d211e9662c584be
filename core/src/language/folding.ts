import { isIdle, nextLine, readLine, skipBlanks } from './yaml-line';

/** Lines that can be folded into the first; counted from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

interface Open {
  readonly line: number;
  readonly depth: number;
}

/** What stands deeper than a line folds into it, and so do comments of two lines or more. The first `most` are given. */
export function folding(text: string, most: number): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Open[] = [];
  let last = -1;
  let comment = -1;
  let line = 0;
  const close = (depth: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      open.pop();
      if (last > top.line) folds.push({ startLine: top.line, endLine: last });
    }
  };
  for (let start: number | undefined = 0; start !== undefined; start = nextLine(text, start), line++) {
    const isComment = text[skipBlanks(text, start)] === '#';
    if (isComment && comment < 0) comment = line;
    if (!isComment && comment >= 0) {
      if (line - 1 > comment) folds.push({ startLine: comment, endLine: line - 1, kind: 'comment' });
      comment = -1;
    }
    if (isIdle(text, start)) continue;
    const { indent, marks } = readLine(text, start);
    // A list may stand at the column of its key, and is inside it all the same.
    const depth = marks[0]?.kind === 'item' ? indent + 0.5 : indent;
    close(depth);
    open.push({ line, depth });
    last = line;
  }
  close(0);
  return folds.sort((a, b) => a.startLine - b.startLine).slice(0, most);
}
