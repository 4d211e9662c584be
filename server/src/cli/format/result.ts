import type { Problem } from '../../../../core/src';
import type { Lines } from '../position';

/** What `check` found in one file. */
export interface FileResult {
  readonly name: string;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
}

/** What `check` found in all of them. */
export interface CheckResult {
  readonly files: readonly FileResult[];
  /** Files of other tools, which were left alone. */
  readonly skipped: readonly string[];
}

export function count(result: CheckResult, severity: Problem['severity']): number {
  let sum = 0;
  for (const file of result.files)
    for (const problem of file.problems) if (problem.severity === severity) sum++;
  return sum;
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
