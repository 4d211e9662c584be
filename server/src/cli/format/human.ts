import stringWidth from 'string-width';
import { type Problem, printable } from '../../../../core/src';
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
  const line = file.lines.text(from.line);
  const end = to.line === from.line ? to.column - 1 : line.length;
  const { before, marked, after } = around(line, from.column - 1, end);
  const number = String(from.line);
  const gutter = ' '.repeat(number.length);
  const place = `${printable(file.name)}:${from.line}:${from.column}`;
  return [
    `${paint('bold', place)} ${paint(styles[problem.severity], problem.severity)} ${problem.message} ${paint('gray', problem.rule)}`,
    `${gutter} ${paint('gray', '|')}`,
    `${paint('gray', `${number} |`)} ${before}${marked}${after}`,
    `${gutter} ${paint('gray', '|')} ${blanks(before)}${paint(styles[problem.severity], carets(marked))}`,
    '',
  ].join('\n');
}

const widest = 160;

/** A line in three, cut so that one of a megabyte doesn't fill the screen. */
function around(line: string, start: number, end: number) {
  const from = Math.max(0, Math.min(start - 40, line.length - widest));
  const to = from + widest;
  const markedTo = Math.min(end, to);
  return {
    before: `${from > 0 ? '…' : ''}${shown(line.slice(from, start))}`,
    marked: shown(line.slice(start, markedTo)),
    after: `${shown(line.slice(markedTo, to))}${to < line.length ? '…' : ''}`,
  };
}

/** What a person sees of a text: its tabs stay tabs. */
function shown(text: string): string {
  return text.split('\t').map(printable).join('\t');
}

/** Blanks as wide as a text, whose letters may be two columns wide, or none; its tabs stay tabs. */
function blanks(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(stringWidth(part)))
    .join('\t');
}

function carets(text: string): string {
  return '^'.repeat(Math.max(1, stringWidth(text.replaceAll('\t', ' '))));
}
