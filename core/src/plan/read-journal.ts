import type { UserSid } from '../sid';
import type { JournalEntry } from './journal';
import type { Change, Outcome, Plan } from './model';
import { planOf } from './plan-json';

/** A deploy as its journal tells it. */
export interface Journal {
  /** When it began, an ISO time. */
  readonly at: string;
  readonly plan: Plan;
  /** One for each change of the plan, in its order. */
  readonly outcomes: readonly Outcome[];
  /** Users that each `move-users` moved, or was about to, by the change's id. */
  readonly moved: ReadonlyMap<string, readonly UserSid[]>;
  /** Was sent, and what became of it was never written down. */
  readonly unsure?: Change;
  /** False where the process ended before the deploy did. */
  readonly finished: boolean;
}

/** Reads JSON lines. What can't be read is passed over: a crash may have torn the last line. */
export function readJournal(
  lines: Iterable<string>,
): { readonly journal: Journal } | { readonly problem: string } {
  let begun: { readonly at: string; readonly plan: Plan } | undefined;
  const entries: Exclude<JournalEntry, { kind: 'started' }>[] = [];
  for (const line of lines) {
    const entry = parseEntry(line);
    if (entry?.kind === 'started') {
      const read = planOf(entry.plan);
      if ('problem' in read) return read;
      begun = { at: entry.at, plan: read.plan };
    } else if (entry) entries.push(entry);
  }
  if (!begun)
    return { problem: "The journal doesn't say what was planned; nothing was written before that." };
  return { journal: { ...begun, ...told(begun.plan, entries) } };
}

function told(
  plan: Plan,
  entries: readonly Exclude<JournalEntry, { kind: 'started' }>[],
): Omit<Journal, 'at' | 'plan'> {
  const outcomes = new Map<string, Outcome>();
  const moved = new Map<string, Set<UserSid>>();
  const changes = new Map(plan.changes.map((change) => [change.id, change]));
  // A move has several writes in flight at once.
  const pending = new Map<string, Change>();
  let finished = false;
  for (const entry of entries) {
    if (entry.kind === 'finished') {
      finished = true;
      continue;
    }
    const change = changes.get(entry.change);
    if (!change) continue;
    if (entry.kind === 'writing') {
      pending.set(`${entry.change} ${entry.user}`, change);
      if (entry.user) moved.set(change.id, (moved.get(change.id) ?? new Set()).add(entry.user));
    } else {
      if (entry.kind === 'wrote') pending.delete(`${entry.change} ${entry.user}`);
      else pending.clear();
      const outcome = outcomeOf(entry, change, outcomes.get(change.id));
      if (outcome) outcomes.set(change.id, outcome);
    }
  }
  const [unsure] = pending.values();
  return {
    outcomes: plan.changes.map((change) => outcomes.get(change.id) ?? { change, status: 'not-tried' }),
    moved: new Map([...moved].map(([id, users]) => [id, [...users]])),
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
  return { change, status: 'failed', error: entry.error ?? { message: 'Failed.' } };
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
  const known = kind === 'writing' || kind === 'wrote' || kind === 'outcome';
  return known && 'change' in value && typeof value.change === 'string' ? (value as JournalEntry) : undefined;
}
