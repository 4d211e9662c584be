/** A sandbox with one service of its own making, and what a test of deploys does with it. */
import type {
  Desired,
  JournalEntry,
  JournalSink,
  Live,
  Product,
  ServiceSid,
  TwilioAccount,
  TwilioService,
} from '../../core/src';
import type { ApplyOptions, PlanOptions } from '../../core/src/plan';
import {
  apply,
  fetchLive,
  type Journal,
  journalUsers,
  type Outcome,
  type Plan,
  plan,
  readJournal,
  undoPlan,
} from '../../core/src/plan';
import type { CallRecord, Sandbox, SandboxOptions } from '../../server/src/sandbox/sandbox';
import { startSandbox } from '../../server/src/sandbox/sandbox';
import type { SeedRole, SeedUser } from '../../server/src/sandbox/seed';
import { sandboxInProcess } from './in-process';
import { connectTo } from './twilio';

export interface Stage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly account: TwilioAccount;
  readonly service: TwilioService;
  /** Every call, in order. */
  readonly calls: readonly CallRecord[];
  /** The calls that aren't reads, `POST Roles` or `DELETE Users`. */
  writes(): readonly string[];
  live(desired?: Pick<Desired, 'users'>): Promise<Live>;
  plan(desired: Desired, options?: PlanOptions): Promise<Plan>;
}

export interface StageOptions extends Omit<SandboxOptions, 'seed'> {
  /** Whose words are spoken; roles are seeded in those of Conversations. */
  readonly product?: Product;
  /** Without sockets, so that the same calls come in the same order every time. */
  readonly inProcess?: boolean;
}

/** Roles as `service Customer: joinConversation`, users as `alice: Customer`. */
export async function stage(
  roles: readonly string[],
  users: readonly string[] = [],
  options: StageOptions = {},
): Promise<Stage> {
  const calls: CallRecord[] = [];
  const { onCall, faults, inProcess, product = 'conversations', ...rest } = options;
  const given: SandboxOptions = {
    ...rest,
    seed: { services: [{ friendlyName: 'Support', roles: roles.map(seedRole), users: users.map(seedUser) }] },
    onCall: (call) => {
      calls.push(call);
      onCall?.(call);
    },
  };
  const { sandbox, ...parts } = inProcess ? sandboxInProcess(given) : { sandbox: await startSandbox(given) };
  const account = connectTo(sandbox, {}, parts);
  // Chat knows no default service.
  const { defaultServiceSid } = sandbox.state();
  const service = await account.service(
    product,
    product === 'chat' ? (defaultServiceSid as ServiceSid) : 'default',
  );
  if (!service) throw new Error('The sandbox has no default service.');
  if (faults) sandbox.setFaults(faults);
  const live = (desired: Pick<Desired, 'users'> = { users: [] }) => fetchLive(service, desired);
  return {
    sandbox,
    account,
    service,
    calls,
    writes: () =>
      calls
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${/Roles|Users|Configuration/.exec(path)?.[0]}`),
    live,
    plan: async (desired, options = {}) =>
      plan(desired, await fetchLive(service, desired, { staged: options.staged ?? [] }), options),
    async [Symbol.asyncDispose]() {
      await account.close();
      await sandbox.close();
    },
  };
}

/** A journal in memory. */
export function memoryJournal(): JournalSink & { readonly entries: JournalEntry[]; lines(): string[] } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    write: async (entry) => {
      entries.push(entry);
    },
    lines: () => entries.map((entry) => JSON.stringify(entry)),
  };
}

/** What lines of a journal tell. */
export function journalOf(lines: Iterable<string>): Journal {
  const read = readJournal(lines);
  if ('problem' in read) throw new Error(read.problem);
  return read.journal;
}

/** The way back from what a journal tells, deletions included. */
export async function undoOf({ live }: Pick<Stage, 'live'>, journal: Journal): Promise<Plan> {
  return undoPlan(journal, await live(journalUsers(journal)), { prune: true });
}

/** A Twilio that makes names and identities shorter than they were sent. */
export function trimming(service: TwilioService): TwilioService {
  return {
    ...service,
    createRole: (fields) => service.createRole({ ...fields, friendlyName: fields.friendlyName.trim() }),
    createUser: (identity, fields) => service.createUser(identity.trim(), fields),
  };
}

/** Deploys without real waits. */
export function deploy(
  { service }: Stage,
  planned: Plan,
  options: Partial<ApplyOptions> = {},
): Promise<readonly Outcome[]> {
  return apply(planned, service, { journal: memoryJournal(), wait: async () => {}, ...options });
}

function seedRole(text: string): SeedRole {
  const [, type = '', friendlyName = '', permissions = ''] = /^(\w+) (.*): (.*)$/.exec(text) ?? [];
  if (type !== 'service' && type !== 'conversation') throw new Error(`No role type: ${text}`);
  return { type, friendlyName, permissions: permissions.split(' ') };
}

function seedUser(text: string): SeedUser {
  const [, identity = '', role] = /^(.*?)(?:: (.*))?$/.exec(text) ?? [];
  return { identity, ...(role !== undefined && { role }) };
}
