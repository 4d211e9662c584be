import { resolve } from 'node:path';
import { readText } from './read-text';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { holdsText } from './write-file';

/** Whether a text begins as the plans that `plan` saves, whatever the file is called. */
export function isSavedPlan(text: string): boolean {
  return /^\s*\{\s*"version"/.test(text);
}

/**
 * A plan may take the place of an earlier one, and of nothing else: `--out roles.yaml` would lose the file that was
 * planned.
 *
 * @throws UsageError where another file is there.
 */
export function checkPlanOutput(out: string | undefined, terminal: Terminal): void {
  if (out === undefined || !holdsText(out, terminal)) return;
  if (isSavedPlan(readText(resolve(terminal.cwd, out)))) return;
  throw new UsageError(`"${out}" is there already, and is no saved plan. Name another file for the plan.`);
}
