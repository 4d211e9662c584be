import { type CheckOptions, check, type Problem, parseDocument } from '../../core/src';

/** A line under another one: carets where a problem is, then what it says. A `#` may stand in the first column. */
const caretLine = /^#? *\^+ .*$/;

/** The YAML of a fixture, without what is drawn into it. */
export function undrawn(fixture: string): string {
  const lines = fixture.replace(/^\n/, '').split('\n');
  return lines.filter((line) => !caretLine.test(line)).join('\n');
}

/** The fixture as it should have been drawn: to be compared with the fixture itself, so that nothing goes unnoticed. */
export function redrawn(fixture: string, options: CheckOptions = {}): string {
  const text = undrawn(fixture);
  return `\n${draw(text, check(parseDocument(text), options))}`;
}

/** A text with a line of carets under each problem; one of several lines is marked to the end of its first. */
export function draw(text: string, problems: readonly Problem[]): string {
  let lineStart = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const start = lineStart;
      lineStart += line.length + 1;
      const here = problems.filter((problem) => problem.start >= start && problem.start < lineStart);
      return [line, ...here.map((problem) => marks(problem, start, line.length))];
    })
    .join('\n');
}

function marks({ start, end, rule, message }: Problem, lineStart: number, lineLength: number): string {
  const column = start - lineStart;
  const width = Math.max(1, Math.min(end - lineStart, lineLength) - column);
  const indent = column === 0 ? '' : `#${' '.repeat(column - 1)}`;
  return `${indent}${'^'.repeat(width)} ${rule}: ${message}`;
}
