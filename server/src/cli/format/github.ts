import { type Problem, printable } from '../../../../core/src';
import type { Terminal } from '../terminal';
import { locationOf } from './location';
import type { CheckResult } from './result';

const commands = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
} as const satisfies Record<Problem['severity'], string>;

/** Workflow commands, which GitHub shows as annotations on the lines of a pull request. */
export function renderGithub(result: CheckResult, terminal: Terminal): string {
  const lines: string[] = [];
  for (const file of result.files) {
    for (const problem of file.problems) {
      const from = file.lines.at(problem.start);
      const to = file.lines.at(problem.end);
      const properties = Object.entries({
        file: printable(locationOf(file.name, terminal)),
        line: from.line,
        col: from.column,
        endLine: to.line,
        // GitHub refuses columns of a range over several lines.
        ...(to.line === from.line ? { endColumn: to.column } : {}),
        title: problem.rule,
      }).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      lines.push(`::${commands[problem.severity]} ${properties.join(',')}::${escapeData(problem.message)}\n`);
    }
  }
  return lines.join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
