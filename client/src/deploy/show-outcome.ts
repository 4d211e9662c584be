import { commands, l10n } from 'vscode';
import type { Outcome } from '../../../core/src';
import { commands as ids } from '../ids';
import { complain, inform, warn } from '../notify';
import { serviceName } from '../plan/describe';
import type { Planned } from '../plan/planned';
import type { Planning } from '../plan/planning';
import { showReport, tally } from './report';

/** The one notification that a deploy ends with. It offers to pull where the file says otherwise than what was staged. */
export async function showOutcome(
  planning: Planning,
  { plan, target }: Planned,
  outcomes: readonly Outcome[],
  journal: string,
  offersPull: boolean,
): Promise<void> {
  const report = l10n.t('Show Report');
  const undo = l10n.t('Undo');
  const retry = l10n.t('Retry Failed');
  const pull = l10n.t('Pull');
  const { done, failed, 'not-tried': left } = tally(outcomes);
  const service = serviceName(plan);
  const choice =
    failed > 0
      ? await complain(
          l10n.t(
            'Deploy to {0}: {1} done, {2} failed, {3} not tried. {4}',
            service,
            done,
            failed,
            left,
            firstError(outcomes),
          ),
          report,
          retry,
        )
      : left > 0
        ? await warn(
            l10n.t('Deploy to {0} was stopped: {1} done, {2} not tried.', service, done, left),
            report,
            retry,
          )
        : await inform(
            done === 1
              ? l10n.t('Deployed 1 change to {0}.', service)
              : l10n.t('Deployed {0} changes to {1}.', done, service),
            ...(offersPull ? [pull] : []),
            report,
            undo,
          );
  if (choice === report) {
    const record = await planning.journals.read(journal);
    if (record) await showReport(planning.documents, record);
  }
  if (choice === retry) await commands.executeCommand(ids.retryFailed, target);
  if (choice === pull) await commands.executeCommand(ids.pull, target);
  if (choice === undo) await commands.executeCommand(ids.undoDeploy, journal);
}

function firstError(outcomes: readonly Outcome[]): string {
  const failure = outcomes.find((outcome) => outcome.status === 'failed');
  return failure?.status === 'failed' ? failure.error.message : '';
}
