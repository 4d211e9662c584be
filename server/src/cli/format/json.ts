import type { CheckResult } from './result';
import { count } from './result';

/** Stable to parse: fields are added, never renamed or taken away, while `version` is 1. */
export function renderJson(result: CheckResult): string {
  const files = result.files.map(({ name, lines, problems }) => ({
    file: name,
    problems: problems.map(({ rule, severity, message, start, end }) => ({
      rule,
      severity,
      message,
      start: lines.at(start),
      end: lines.at(end),
    })),
  }));
  const counts = { errors: count(result, 'error'), warnings: count(result, 'warning') };
  return `${JSON.stringify({ version: 1, ...counts, files, skipped: result.skipped }, null, 2)}\n`;
}
