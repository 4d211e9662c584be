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
    await list(terminal);
    return 0;
  }
  const journal = await readGiven(path, terminal);
  await using account = await openAccount(options, terminal);
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
    options,
    terminal,
  );
}

async function readGiven(path: string | undefined, terminal: Terminal): Promise<Journal> {
  const given = path === undefined ? listJournals()[0] : resolve(terminal.cwd, path);
  if (given === undefined) throw new UsageError('No deploy has been recorded here. Name the journal of one.');
  const read = await openJournal(given);
  if ('problem' in read) throw new UsageError(`"${given}": ${read.problem}`);
  return read.journal;
}

async function list(terminal: Terminal): Promise<void> {
  for (const path of listJournals()) {
    const read = await openJournal(path);
    if ('problem' in read) {
      terminal.say(`${path}: ${read.problem}`);
      continue;
    }
    const { at, plan, outcomes, finished } = read.journal;
    const state = finished ? renderTally(outcomes) : `${renderTally(outcomes)}, interrupted`;
    terminal.out(`${at}  ${plain(serviceLabel(plan))}  ${state}\n  ${path}\n`);
  }
}
