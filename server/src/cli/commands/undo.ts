import { resolve } from 'node:path';
import {
  fetchLive,
  type Journal,
  journalUsers,
  plain,
  renderTally,
  serviceLabel,
  undoPlan,
} from '../../../../core/src';
import { type AccountOptions, openAccount } from '../account';
import { type CarryOutOptions, carryOut } from '../carry-out';
import { interruptible } from '../interrupt';
import { listJournals, openJournal } from '../journals';
import { openService } from '../planning';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface UndoOptions extends AccountOptions, CarryOutOptions {
  readonly list?: boolean;
  readonly prune?: boolean;
}

/** Takes a deploy back, by a plan like any other. Exit codes: 0 done or nothing to do, 1 otherwise. */
export async function runUndo(
  path: string | undefined,
  options: UndoOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.list) {
    list(terminal);
    return 0;
  }
  const given = path === undefined ? undefined : read(resolve(terminal.cwd, path));
  await using account = await openAccount(options, terminal);
  const { path: undoes, journal } = given ?? lastOf(account.twilio.sid, terminal);
  if (account.twilio.sid !== journal.plan.account) {
    terminal.say(
      `That deploy was to account ${journal.plan.account}, and this is ${account.twilio.sid}. Use that one's credentials.`,
    );
    return 1;
  }
  const { service, live } = await interruptible(async (signal) => {
    const { product, service: deployed } = journal.plan;
    const service = await openService(account.twilio, product, deployed.sid, signal);
    return { service, live: await fetchLive(service, journalUsers(journal), { signal }) };
  });
  return await carryOut(
    undoPlan(journal, live, { prune: options.prune ?? false }),
    service,
    { ...options, undoes },
    terminal,
  );
}

interface KeptJournal {
  readonly path: string;
  readonly journal: Journal;
}

/**
 * The newest journal of an account. That of an undo which was stopped stands for the deploy that it undid: to take back
 * the undo itself would deploy that again. One that can't be read isn't passed over, as it may be the one that is meant,
 * save where nothing was written.
 */
function lastOf(account: string, terminal: Terminal): KeptJournal {
  for (const path of listJournals()) {
    const result = openJournal(path);
    if ('problem' in result && result.nothingWritten) continue;
    const { journal } = readable(path, result);
    if (journal.plan.account !== account) continue;
    if (journal.undoes === undefined || journal.outcomes.every(({ status }) => status === 'done'))
      return { path, journal };
    terminal.say('Carrying on with the undo that was stopped.');
    return read(journal.undoes);
  }
  throw new UsageError(`No deploy to account ${account} has been recorded here. Name the journal of one.`);
}

function read(path: string): KeptJournal {
  return readable(path, openJournal(path));
}

function readable(path: string, result: ReturnType<typeof openJournal>): KeptJournal {
  if ('problem' in result) throw new UsageError(`"${path}": ${result.problem}`);
  return { path, journal: result.journal };
}

function list(terminal: Terminal): void {
  const paths = listJournals();
  if (paths.length === 0) terminal.say('No deploy has been recorded here.');
  for (const path of paths) {
    const result = openJournal(path);
    if ('problem' in result) {
      terminal.say(`${path}: ${result.problem}`);
      continue;
    }
    const { at, plan, finished } = result.journal;
    const state = `${renderTally(result.journal)}${finished ? '' : ', interrupted'}`;
    terminal.out(`${at}  ${plain(serviceLabel(plan))}  ${state}\n  ${path}\n`);
  }
}
