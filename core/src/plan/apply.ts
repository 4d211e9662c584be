import type { RoleSid, UserSid } from '../sid';
import type { TwilioService } from '../twilio/api';
import { failureOf, surelyNotDone } from './failure';
import type { JournalEntry, JournalSink } from './journal';
import type { Change, Outcome, Plan, RoleRef } from './model';
import { needs } from './needs';
import { ordered } from './order';
import { isError } from './summary';
import type { WriteContext } from './write';
import { setDefault } from './write-default';
import { createRole, deleteRole, updateRole } from './write-role';
import { createUser, deleteUser, moveUsers, updateUser } from './write-user';

export interface ApplyOptions {
  readonly journal: JournalSink;
  /** Lets the write in flight finish; the rest isn't tried. */
  readonly signal?: AbortSignal;
  /** Goes on with what doesn't need the change that failed. */
  readonly continueOnError?: boolean;
  /** Lets Twilio call the account's webhooks for the users that are written; it does as it likes where this is absent. */
  readonly webhooks?: boolean;
  /** Called as each change comes to its end, in the plan's order. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called before a change is tried, and as each user of a `move-users` is done. */
  readonly onProgress?: (change: Change, users: number) => void;
  readonly now?: () => Date;
  /** Waits before looking again at what a write did whose answer was lost; by default with a timer. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Why a plan can't be deployed. `undefined` where it can. */
export function undeployable(
  plan: Plan,
  service?: Pick<TwilioService, 'account' | 'service'>,
): string | undefined {
  const errors = plan.reports.filter(isError);
  if (errors.length > 0) return errors.map(({ message }) => message).join('\n');
  if (!service) return undefined;
  if (service.account !== plan.account) {
    return `The plan is for account ${plan.account}, and this is ${service.account}; sign in to that one.`;
  }
  if (service.service.sid !== plan.service.sid) {
    return `The plan is for service ${plan.service.sid}, and this is ${service.service.sid}; choose that one.`;
  }
  return undefined;
}

/**
 * Writes the plan's changes and nothing else, in its order, each one after reading again what it changes. Stops at
 * the first failure. Rejects where the plan can't be deployed or the journal can't be written.
 */
export async function apply(
  plan: Plan,
  service: TwilioService,
  options: ApplyOptions,
): Promise<readonly Outcome[]> {
  const refusal = undeployable(plan, service);
  if (refusal !== undefined) throw new Error(refusal);
  const { journal, signal, continueOnError = false, onOutcome, onProgress, now = () => new Date() } = options;
  const { wait = sleep } = options;
  const at = () => now().toISOString();
  const reading = signal ? { signal } : {};
  const created: RoleRef[] = [];
  const outcomes: Outcome[] = [];
  const inUse = once(() => rolesInUse(service, reading));
  const changes = ordered(plan.changes);
  let stopped = false;
  let writing = Promise.resolve();

  await journal.write({ kind: 'started', at: at(), plan });
  for (const change of changes) {
    const blocked = needs(change, changes).some(
      (other) => outcomes.find((outcome) => outcome.change === other)?.status !== 'done',
    );
    const outcome: Outcome =
      stopped || signal?.aborted || blocked ? { change, status: 'not-tried' } : await attempt(change);
    if (outcome.status === 'failed' && !continueOnError) stopped = true;
    outcomes.push(outcome);
    await journal.write(entryOf(outcome, at()));
    onOutcome?.(outcome);
  }
  await journal.write({ kind: 'finished', at: at() });
  return outcomes;

  async function attempt(change: Change): Promise<Outcome> {
    let writes = 0;
    const context: WriteContext = {
      service,
      reading,
      writing: options.webhooks === undefined ? {} : { webhooks: options.webhooks },
      created,
      wait,
      onProgress: (done) => onProgress?.(change, done),
      record: async (write, user) => {
        signal?.throwIfAborted();
        const what = { change: change.id, ...(user && { user }) };
        await kept({ kind: 'writing', at: at(), ...what });
        writes += 1;
        const result = await write().catch(async (error: unknown) => {
          if (surelyNotDone(error)) await kept({ kind: 'not-written', at: at(), ...what });
          throw error;
        });
        const { sid, permissions } = result === true ? {} : result;
        await kept({
          kind: 'wrote',
          at: at(),
          ...what,
          ...(sid && { sid }),
          ...(permissions && { permissions }),
        });
        return result;
      },
    };
    onProgress?.(change, 0);
    try {
      const sid = await write(change, context, inUse);
      if (change.verb === 'create-role' && sid) created.push({ ...change.role, sid: sid as RoleSid });
      return { change, status: 'done', ...(sid && { sid }) };
    } catch (error) {
      if (error instanceof JournalLost) throw error.cause;
      if (signal?.aborted && writes === 0) return { change, status: 'not-tried' };
      if (signal?.aborted && error === signal.reason) {
        const message = 'Cancelled in the middle: what was written stays. Plan again to carry on.';
        return { change, status: 'failed', error: { message } };
      }
      return { change, status: 'failed', error: failureOf(error) };
    }
  }

  /** One entry after the other; once one is lost, so are all that would come after it. */
  function kept(entry: JournalEntry): Promise<void> {
    writing = writing
      .then(() => journal.write(entry))
      .catch((error: unknown) => {
        throw error instanceof JournalLost ? error : new JournalLost('No journal.', { cause: error });
      });
    return writing;
  }
}

/** Nothing is written without its entry, whatever else is asked for. */
class JournalLost extends Error {}

async function write(
  change: Change,
  context: WriteContext,
  inUse: () => Promise<ReadonlySet<string>>,
): Promise<RoleSid | UserSid | undefined> {
  switch (change.verb) {
    case 'create-role':
      return (await createRole(change, context)).sid;
    case 'update-role':
      return (await updateRole(change, context)).sid;
    case 'set-default':
      await setDefault(change, context);
      return undefined;
    case 'create-user':
      return (await createUser(change, context)).sid;
    case 'update-user':
      return (await updateUser(change, context)).sid;
    case 'move-users':
      await moveUsers(change, context);
      return undefined;
    case 'delete-user':
      await deleteUser(change, context);
      return undefined;
    case 'delete-role':
      await deleteRole(change, context, inUse);
      return undefined;
  }
}

/** Roles come last to be deleted, so one look at all users serves every deletion. */
async function rolesInUse(
  service: TwilioService,
  reading: WriteContext['reading'],
): Promise<ReadonlySet<string>> {
  const roles = new Set<string>();
  for await (const { roleSid } of service.users(reading)) if (roleSid) roles.add(roleSid);
  return roles;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function entryOf(outcome: Outcome, at: string): JournalEntry {
  const { change, status } = outcome;
  return {
    kind: 'outcome',
    at,
    change: change.id,
    status,
    ...(status === 'failed' && { error: outcome.error }),
  };
}
