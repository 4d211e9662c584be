import { l10n } from 'vscode';
import { apply, type Outcome, type Plan } from '../../../core/src';
import type { Foundation } from '../app';
import type { ServiceKey } from '../live/store';
import { serviceName, titleOf } from '../plan/describe';
import { withProgress } from '../plan/progress';
import { unlinked } from '../unlinked';
import type { Journals } from './journals';

/** What became of a deploy, and where its journal is. */
export interface Deployed {
  readonly outcomes: readonly Outcome[];
  readonly journal: string;
}

/**
 * Writes a confirmed plan, with progress; `undoes` is the journal that it takes back. Cancel lets the write in flight end, then stops: what wasn't tried is
 * in the outcomes. Afterwards the views read the service again.
 */
export async function run(
  { live, log }: Pick<Foundation, 'live' | 'log'>,
  journals: Journals,
  key: ServiceKey,
  plan: Plan,
  undoes?: string,
): Promise<Deployed> {
  const service = await live.service(key).connection.get();
  const journal = await journals.open(undoes);
  try {
    const title = l10n.t('Deploying to {0}', serviceName(plan));
    const outcomes = await withProgress(title, async ({ signal, report }) => {
      signal.addEventListener('abort', () => report(l10n.t('stopping after the write in flight')));
      let done = 0;
      return apply(plan, service, {
        signal,
        journal,
        onOutcome(outcome) {
          done += 1;
          log.info(`${outcome.change.id}: ${outcome.status}`);
          if (signal.aborted) return;
          const { length } = plan.changes;
          report(unlinked(l10n.t('{0} of {1}: {2}', done, length, titleOf(outcome.change))), 100 / length);
        },
      });
    });
    return { outcomes, journal: journal.id };
  } finally {
    journal.close();
    await live.refresh(key);
  }
}
