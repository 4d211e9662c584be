import { l10n, window } from 'vscode';
import { consequences, guard, type Plan, question } from '../../../core/src';
import { serviceName } from '../plan/describe';
import { say } from '../say';
import { guardThreshold, typedConfirmation } from '../settings';
import { unlinked } from '../unlinked';

/** What the person answered. `show` is to look at the plan first, and nothing is written. */
export type Answer = 'deploy' | 'show' | 'cancel';

/** The one question before anything is written: which account, which service, what, and who feels it. */
export async function confirm(plan: Plan, account: string, notes: readonly string[]): Promise<Answer> {
  const detail = [consequences(plan, say), ...notes].filter(Boolean).join('\n\n');
  const deploy = { title: l10n.t('Deploy') };
  const show = { title: l10n.t('Show Plan') };
  const choice = await window.showWarningMessage(
    question(plan, account, say),
    { modal: true, detail },
    deploy,
    show,
  );
  if (choice === show) return 'show';
  if (choice !== deploy) return 'cancel';
  const asks = asksForName(plan, guardThreshold(), typedConfirmation());
  return !asks || (await typed(plan)) ? 'deploy' : 'cancel';
}

/** Whether the name of the service is typed. What is past the threshold asks for it whatever the other setting says. */
export function asksForName(
  plan: Plan,
  threshold: number,
  setting: ReturnType<typeof typedConfirmation>,
): boolean {
  const { typed: pastThreshold, destructive } = guard(plan, { threshold });
  return pastThreshold || setting === 'always' || (setting === 'destructive' && destructive.length > 0);
}

/** The person writes the service's name. */
async function typed(plan: Plan): Promise<boolean> {
  const name = serviceName(plan);
  const text = await window.showInputBox({
    title: l10n.t('Deploy to {0}', name),
    prompt: l10n.t('Type the name of the service to deploy to it.'),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (value) => (value === name ? undefined : unlinked(l10n.t('Type "{0}".', name))),
  });
  return text === name;
}
