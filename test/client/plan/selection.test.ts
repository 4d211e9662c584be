import { describe, expect, it } from 'vitest';
import { carryOver, checkedIds, setChecked } from '../../../client/src/plan/selection';
import type { Change, Plan } from '../../../core/src';

const role = { sid: 'RL1', friendlyName: 'Customer', type: 'conversation' } as const;

const update = {
  verb: 'update-role',
  id: 'customer',
  origin: 'file',
  destructive: true,
  role,
  before: ['a', 'b'],
  after: ['b', 'c', 'd'],
  added: ['c', 'd'],
  removed: ['a'],
} as unknown as Change;

const create = {
  verb: 'create-role',
  id: 'auditor',
  origin: 'file',
  destructive: false,
  role: { friendlyName: 'Auditor', type: 'service' },
  permissions: ['x'],
} as unknown as Change;

const plan = { changes: [create, update] } as unknown as Plan;
const none: ReadonlySet<string> = new Set();

/** What is ticked after these clicks: `-id` unticks, `+id` ticks. */
function ticked(...clicks: readonly string[]): string[] {
  const unchecked = clicks.reduce(
    (set, click) => setChecked(plan, set, click.slice(1), click.startsWith('+')),
    none,
  );
  return [...checkedIds(plan, unchecked)];
}

describe('ticks in a plan', () => {
  it('are everywhere at first', () => {
    expect(ticked()).toEqual(['auditor', 'customer']);
  });

  it('take a change out whole', () => {
    expect(ticked('-auditor')).toEqual(['customer']);
    expect(ticked('-customer')).toEqual(['auditor']);
  });

  it('take one permission out and leave the others', () => {
    expect(ticked('-customer#a')).toEqual(['auditor', 'customer#c', 'customer#d']);
  });

  it('take the change out with its last permission, and put it back with the first', () => {
    expect(ticked('-customer#a', '-customer#c', '-customer#d')).toEqual(['auditor']);
    expect(ticked('-customer', '+customer#c')).toEqual(['auditor', 'customer#c']);
    expect(ticked('-customer#a', '+customer')).toEqual(['auditor', 'customer']);
  });

  it('mean nothing for what the plan does not have', () => {
    expect(ticked('-nobody', '-customer#z')).toEqual(['auditor', 'customer']);
  });

  it('outlive a new plan as far as it still has what they were on', () => {
    const unchecked = new Set(['auditor', 'customer#a', 'gone', 'customer#gone']);
    expect([...carryOver(plan, unchecked)]).toEqual(['auditor', 'customer#a']);
  });
});
