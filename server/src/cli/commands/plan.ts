import {
  type Plan,
  renderComment,
  renderJson,
  renderMarkdown,
  renderText,
  undeployable,
} from '../../../../core/src';
import { type AccountOptions, openAccount } from '../account';
import { interruptible } from '../interrupt';
import { planFile } from '../planning';
import { readRolesFile } from '../roles-file';
import { checkPlanOutput } from '../saved-plan';
import type { Terminal } from '../terminal';
import { writeFile } from '../write-file';

export interface PlanOptions extends AccountOptions {
  readonly service?: string;
  readonly format: 'text' | 'markdown' | 'json';
  readonly out?: string;
  readonly prune?: boolean;
}

/** Prints a plan. Exit codes: 0 nothing to do, 2 changes, 1 an error in the file or in the plan. */
export async function runPlan(
  name: string | undefined,
  options: PlanOptions,
  terminal: Terminal,
): Promise<number> {
  checkPlanOutput(options.out, terminal);
  const file = readRolesFile(name, terminal);
  await using account = await openAccount(options, terminal);
  const planned = await interruptible((signal) =>
    planFile(file, account.twilio, { ...options, signal }, terminal),
  );
  if (!planned) return 1;
  const { plan } = planned;
  terminal.out(render(plan, options.format));
  // It says itself that the whole plan is in the log.
  const isCut = options.format === 'markdown' && renderComment(plan) !== renderMarkdown(plan);
  if (isCut) terminal.say(renderText(plan).trimEnd());
  if (options.out !== undefined) writeFile(options.out, renderJson(plan), terminal);
  const refusal = undeployable(plan);
  if (refusal !== undefined) {
    terminal.say(refusal);
    return 1;
  }
  return plan.changes.length > 0 ? 2 : 0;
}

function render(plan: Plan, format: PlanOptions['format']): string {
  switch (format) {
    case 'text':
      return renderText(plan);
    case 'markdown':
      return renderComment(plan);
    case 'json':
      return renderJson(plan);
  }
}
