import { l10n, ProgressLocation, window } from 'vscode';
import { apply, type Outcome, type Plan } from '../../../core/src';
import type { Foundation } from '../app';
import type { ServiceKey } from '../live/store';
import { serviceName, titleOf } from '../plan/describe';
import { unlinked } from '../unlinked';
import type { Journals } from './journals';

/** What became of a deploy, and where its journal is. */
export interface Deployed {
  readonly outcomes: readonly Outcome[];
  readonly journal: string;
}

/**
 * Writes a confirmed plan, with progress. Cancel lets the write in flight end, then stops: what wasn't tried is
 * in the outcomes. Afterwards the views read the service again.
 */
export async function run(
  { live, log }: Pick<Foundation, 'live' | 'log'>,
  journals: Journals,
  key: ServiceKey,
  plan: Plan,
): Promise<Deployed> {
  const service = await live.service(key).connection.get();
  const journal = await journals.open();
  try {
    const outcomes = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: unlinked(l10n.t('Deploying to {0}', serviceName(plan))),
        cancellable: true,
      },
      async (progress, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => {
          progress.report({ message: l10n.t('stopping after the write in flight') });
          abort.abort();
        });
        let done = 0;
        return apply(plan, service, {
          signal: abort.signal,
          journal,
          onOutcome(outcome) {
            done += 1;
            log.info(`${outcome.change.id}: ${outcome.status}`);
            if (abort.signal.aborted) return;
            progress.report({
              message: unlinked(
                l10n.t('{0} of {1}: {2}', done, plan.changes.length, titleOf(outcome.change)),
              ),
              increment: 100 / plan.changes.length,
            });
          },
        });
      },
    );
    return { outcomes, journal: journal.id };
  } finally {
    journal.close();
    await live.refresh(key);
  }
}
