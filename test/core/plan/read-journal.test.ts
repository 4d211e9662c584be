import { describe, expect, it } from 'vitest';
import { type JournalEntry, renderReport } from '../../../core/src/plan';
import { journalOf } from '../../support/deploy';
import { planned } from './example-plan';
import { roleSid, userSid } from './values';

const at = '2026-11-21T20:40:00.000Z';
const create = 'create-role:service:Visitor';
const move = 'move-users:service:Guest';
const error = { message: 'The answer was lost.' };

/** What a journal of the example plan tells after these entries. */
function told(...entries: readonly JournalEntry[]) {
  const started: JournalEntry = { kind: 'started', at, plan: planned };
  const { written, unsure, outcomes } = journalOf(
    [started, ...entries].map((entry) => JSON.stringify(entry)),
  );
  return {
    written: [...written].map(([id, all]) => [id, ...all.map(({ user, sid }) => user ?? sid)]),
    unsure: unsure?.id,
    tried: outcomes.flatMap(({ change, status }) => (status === 'not-tried' ? [] : `${status} ${change.id}`)),
  };
}

describe('a journal tells', () => {
  it('of a write that it may have been done, as long as nothing says otherwise', () => {
    expect(told({ kind: 'writing', at, change: create })).toEqual({
      written: [[create, undefined]],
      unsure: create,
      tried: [],
    });
  });

  it('of a failure that it failed, whatever somebody has made of its error', () => {
    const lines = [
      { kind: 'started', at, plan: planned },
      { kind: 'outcome', at, change: create, status: 'failed', error: {} },
    ];
    const journal = journalOf(lines.map((line) => JSON.stringify(line)));
    expect(renderReport(journal.plan, journal.outcomes)).toContain('Failed.');
  });

  it('of a write whose change ended that it is settled, though its answer was lost', () => {
    expect(
      told(
        { kind: 'writing', at, change: create },
        { kind: 'outcome', at, change: create, status: 'failed', error },
      ),
    ).toEqual({ written: [[create, undefined]], unsure: undefined, tried: [`failed ${create}`] });
  });

  it('the SID of what was created, though it wasn’t as meant', () => {
    expect(
      told(
        { kind: 'writing', at, change: create },
        { kind: 'wrote', at, change: create, sid: roleSid(9) },
        { kind: 'outcome', at, change: create, status: 'failed', error },
      ),
    ).toEqual({ written: [[create, roleSid(9)]], unsure: undefined, tried: [`failed ${create}`] });
  });

  it('nothing written of what Twilio refused, or of what was so already', () => {
    expect(
      told(
        { kind: 'writing', at, change: create },
        { kind: 'not-written', at, change: create },
        { kind: 'outcome', at, change: create, status: 'failed', error },
        { kind: 'outcome', at, change: move, status: 'done' },
      ),
    ).toEqual({ written: [], unsure: undefined, tried: [`failed ${create}`, `done ${move}`] });
  });

  it('whom a move has moved or was about to, and not who was refused', () => {
    const [bob, carol, erin] = [userSid(2), userSid(3), userSid(4)];
    expect(
      told(
        { kind: 'writing', at, change: move, user: bob },
        { kind: 'writing', at, change: move, user: carol },
        { kind: 'writing', at, change: move, user: erin },
        { kind: 'not-written', at, change: move, user: bob },
        { kind: 'wrote', at, change: move, user: erin, sid: erin },
      ),
    ).toEqual({ written: [[move, carol, erin]], unsure: move, tried: [] });
  });
});
