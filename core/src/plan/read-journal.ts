import type { RoleSid, UserSid } from '../sid';
import type { JournalEntry } from './journal';
import type { Change, Outcome, Plan } from './model';
import { planOf } from './plan-json';

/** A write that was sent, with what came back; nothing came where the answer was lost. */
export interface Sent {
  readonly user?: UserSid;
  readonly sid?: RoleSid | UserSid;
  /** What a role had then. */
  readonly permissions?: readonly string[];
}

/** A deploy as its journal tells it. */
export interface Journal {
  /** When it began, an ISO time. */
  readonly at: string;
  readonly plan: Plan;
  /** Where the journal is that this deploy took back, as who kept it says; absent where it is no undo, or wasn't kept. */
  readonly undoes?: string;
  /** One for each change of the plan, in its order. */
  readonly outcomes: readonly Outcome[];
  /** What was written or may have been, by the change's id. A change may be done, or have failed, without a write. */
  readonly written: ReadonlyMap<string, readonly Sent[]>;
  /** Was sent, and what became of it was never written down. */
  readonly unsure?: Change;
  /** False where the process ended before the deploy did. */
  readonly finished: boolean;
}

/** Reads JSON lines. What can't be read is passed over: a crash may have torn the last line. */
export function readJournal(
  lines: Iterable<string>,
): { readonly journal: Journal } | { readonly problem: string; readonly nothingWritten?: boolean } {
  let begun: Pick<Journal, 'at' | 'plan' | 'undoes'> | undefined;
  const entries: Exclude<JournalEntry, { kind: 'started' }>[] = [];
  for (const line of lines) {
    const entry = parseEntry(line);
    if (entry?.kind === 'started') {
      const read = planOf(entry.plan);
      if ('problem' in read) return read;
      const { at, undoes } = entry;
      begun = { at, plan: read.plan, ...(typeof undoes === 'string' && { undoes }) };
    } else if (entry) entries.push(entry);
  }
  if (!begun) {
    const nothingWritten = entries.length === 0;
    const rest = nothingWritten ? '; nothing was written before that' : ', though something was written';
    return { problem: `The journal doesn't say what was planned${rest}.`, nothingWritten };
  }
  return { journal: { ...begun, ...told(begun.plan, entries) } };
}

function told(
  plan: Plan,
  entries: readonly Exclude<JournalEntry, { kind: 'started' }>[],
): Omit<Journal, 'at' | 'plan'> {
  const outcomes = new Map<string, Outcome>();
  const changes = new Map(plan.changes.map((change) => [change.id, change]));
  // By user, too: a move has several writes in flight at once.
  const sent = new Map<string, Extract<JournalEntry, { kind: 'writing' | 'wrote' }>>();
  const ended = new Set<string>();
  let finished = false;
  for (const entry of entries) {
    if (entry.kind === 'finished') {
      finished = true;
      continue;
    }
    const change = changes.get(entry.change);
    if (!change) continue;
    if (entry.kind === 'outcome') ended.add(change.id);
    else if (entry.kind === 'not-written') sent.delete(`${change.id} ${entry.user}`);
    else sent.set(`${change.id} ${entry.user}`, entry);
    if (entry.kind === 'outcome' || entry.kind === 'wrote') {
      const outcome = outcomeOf(entry, change, outcomes.get(change.id));
      if (outcome) outcomes.set(change.id, outcome);
    }
  }
  const written = new Map<string, Sent[]>();
  for (const entry of sent.values()) {
    const others = written.get(entry.change);
    if (others) others.push(entry);
    else written.set(entry.change, [entry]);
  }
  const open = [...sent.values()].find(({ kind, change }) => kind === 'writing' && !ended.has(change));
  const unsure = open && changes.get(open.change);
  return {
    outcomes: plan.changes.map((change) => outcomes.get(change.id) ?? { change, status: 'not-tried' }),
    written,
    ...(unsure && { unsure }),
    finished,
  };
}

function outcomeOf(
  entry: Extract<JournalEntry, { kind: 'wrote' | 'outcome' }>,
  change: Change,
  before: Outcome | undefined,
): Outcome | undefined {
  const sid = before?.status === 'done' ? before.sid : undefined;
  if (entry.kind === 'wrote') {
    // A move is done when its outcome says so, not with its first user.
    if (change.verb === 'move-users') return before;
    return { change, status: 'done', ...(entry.sid && { sid: entry.sid }) };
  }
  if (entry.status === 'done') return { change, status: 'done', ...(sid && { sid }) };
  if (entry.status === 'not-tried') return { change, status: 'not-tried' };
  // Somebody may have been at the file.
  const error = typeof entry.error?.message === 'string' ? entry.error : { message: 'Failed.' };
  return { change, status: 'failed', error };
}

function parseEntry(line: string): JournalEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('at' in value)) return undefined;
  const { kind } = value;
  if (kind === 'started') return 'plan' in value ? (value as JournalEntry) : undefined;
  if (kind === 'finished') return value as JournalEntry;
  const known = kind === 'writing' || kind === 'wrote' || kind === 'not-written' || kind === 'outcome';
  return known && 'change' in value && typeof value.change === 'string' ? (value as JournalEntry) : undefined;
}
