import {
  apply,
  confirmation,
  guard,
  type Outcome,
  type Plan,
  plain,
  renderReportText,
  renderText,
  type TwilioService,
  undeployable,
} from '../../../core/src';
import { ask } from './ask';
import { interruptible } from './interrupt';
import { createJournal } from './journals';
import { showProgress } from './progress';
import type { Terminal } from './terminal';

export interface CarryOutOptions {
  /** Don't ask. */
  readonly yes?: boolean;
  /** Don't ask for a typed confirmation either. */
  readonly force?: boolean;
  /** Carry on after a change that failed. */
  readonly continue?: boolean;
  /** Let Twilio call the account's webhooks for the users that are written. */
  readonly webhooks?: boolean;
  /** The path of the journal that the plan takes back. */
  readonly undoes?: string;
}

/**
 * Shows a plan, asks, writes and reports. Exit codes: 0 done or nothing to do, 1 failed, not tried or declined.
 *
 * @throws AbortError where the question is interrupted: nothing was written.
 */
export async function carryOut(
  plan: Plan,
  service: TwilioService,
  options: CarryOutOptions,
  terminal: Terminal,
): Promise<number> {
  terminal.out(renderText(plan));
  const refusal = undeployable(plan, service);
  if (refusal !== undefined) {
    terminal.say(refusal);
    return 1;
  }
  if (plan.changes.length === 0) return 0;
  if (!(await confirmed(plan, options, terminal))) return 1;

  const journal = await createJournal(plan, new Date(), options.undoes);
  const outcomes = await applyWithProgress(plan, service, { ...options, journal }, terminal);
  terminal.out(renderReportText(plan, outcomes));
  terminal.say(`Journal: ${journal.path}`);
  return outcomes.every(({ status }) => status === 'done') ? 0 : 1;
}

async function confirmed(plan: Plan, options: CarryOutOptions, terminal: Terminal): Promise<boolean> {
  const { typed } = guard(plan);
  if (typed && !options.force) {
    if (!terminal.interactive) {
      terminal.say('This takes more away at once than the guard allows. Look at the plan, then use --force.');
      return false;
    }
    const name = plan.service.friendlyName ?? plan.service.sid;
    const answer = await ask(
      `${confirmation(plan)}\nThis is much at once. Type the service's name, ${plain([{ name }])}, to go on: `,
      terminal.stderr,
    );
    if (answer !== name) terminal.say('Not deployed.');
    return answer === name;
  }
  if (options.yes) return true;
  if (!terminal.interactive) {
    terminal.say('There is no terminal to ask on. Use --yes.');
    return false;
  }
  const answer = await ask(`${confirmation(plan)} [y/N] `, terminal.stderr);
  const yes = /^y(es)?$/i.test(answer?.trim() ?? '');
  if (!yes) terminal.say('Not deployed.');
  return yes;
}

type Applying = CarryOutOptions & Pick<Parameters<typeof apply>[2], 'journal'>;

async function applyWithProgress(
  plan: Plan,
  service: TwilioService,
  { journal, continue: continueOnError = false, webhooks }: Applying,
  terminal: Terminal,
): Promise<readonly Outcome[]> {
  const progress = showProgress(plan, terminal);
  try {
    return await interruptible(
      (signal) =>
        apply(plan, service, {
          signal,
          journal,
          continueOnError,
          ...(webhooks && { webhooks }),
          onProgress: progress.begin,
          onOutcome: progress.end,
        }),
      progress.interrupted,
    );
  } finally {
    progress.stop();
  }
}
