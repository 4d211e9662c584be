import type { Problem } from '../../../../core/src';
import type { Terminal } from '../terminal';
import { type CheckResult, count, type FileResult, plural } from './result';

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** For people: each problem with its line and a caret under the place, and a closing count. */
export function renderHuman(result: CheckResult, terminal: Pick<Terminal, 'paint'>): string {
  const parts: string[] = [];
  for (const file of result.files) {
    for (const problem of file.problems) parts.push(renderProblem(file, problem, terminal));
  }
  const counts = [
    plural(count(result, 'error'), 'error'),
    plural(count(result, 'warning'), 'warning'),
    `${plural(result.files.length, 'file')} checked`,
  ];
  if (result.skipped.length > 0)
    counts.push(`${plural(result.skipped.length, 'file')} of other tools skipped`);
  parts.push(`${counts.join(', ')}.\n`);
  return parts.join('\n');
}

function renderProblem(file: FileResult, problem: Problem, { paint }: Pick<Terminal, 'paint'>): string {
  const from = file.lines.at(problem.start);
  const to = file.lines.at(problem.end);
  const source = file.lines.text(from.line);
  const { visible, caretAt } = window(source, from.column - 1);
  const width =
    to.line === from.line
      ? Math.max(1, to.column - from.column)
      : Math.max(1, source.length - from.column + 1);
  const number = String(from.line);
  const gutter = ' '.repeat(number.length);
  const place = `${file.name}:${from.line}:${from.column}`;
  return [
    `${paint('bold', place)} ${paint(styles[problem.severity], problem.severity)} ${problem.message} ${paint('gray', problem.rule)}`,
    `${gutter} ${paint('gray', '|')}`,
    `${paint('gray', `${number} |`)} ${visible}`,
    `${gutter} ${paint('gray', '|')} ${indentLike(visible, caretAt)}${paint(styles[problem.severity], '^'.repeat(Math.min(width, Math.max(1, visible.length - caretAt))))}`,
    '',
  ].join('\n');
}

const widest = 160;

/** The part of a long line around the caret, so that one line of a megabyte doesn't fill the screen. */
function window(source: string, caret: number): { readonly visible: string; readonly caretAt: number } {
  const clean = source.replaceAll(/\p{Cc}/gu, (c) => (c === '\t' ? c : '\uFFFD'));
  if (clean.length <= widest) return { visible: clean, caretAt: caret };
  const from = Math.max(0, Math.min(caret - 40, clean.length - widest));
  const head = from > 0 ? '…' : '';
  const tail = from + widest < clean.length ? '…' : '';
  return {
    visible: `${head}${clean.slice(from, from + widest)}${tail}`,
    caretAt: caret - from + head.length,
  };
}

/** Blanks as wide as the text before the caret: its tabs stay tabs. */
function indentLike(text: string, length: number): string {
  return text.slice(0, length).replaceAll(/[^\t]/g, ' ');
}
