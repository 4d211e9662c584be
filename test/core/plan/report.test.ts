import { describe, expect, it } from 'vitest';
import type { Change, Outcome } from '../../../core/src/plan';
import { renderReport, renderReportText, renderTally } from '../../../core/src/plan';
import { planned } from './example-plan';

const [first, second, third] = planned.changes as [Change, Change, Change];

/** The last paragraph, which says what to do. */
const remedy = (text: string) => text.trimEnd().split('\n\n').at(-1)?.trim();
const notDone = (origin: Change['origin'], changes: readonly Change[]): readonly Outcome[] =>
  changes.map((change) => ({ change: { ...change, origin }, status: 'not-tried' }));

describe('what wasn’t done', () => {
  it.each([
    ['file', [first], 'What was done stays. Plan again to carry on with the other change.'],
    ['staged', [first, second], 'What was done stays. Plan again to carry on with the other 2 changes.'],
    ['undo', [first], 'What was done stays. Undo the same deploy again to carry on with the other change.'],
    [
      'undo',
      [first, second],
      'What was done stays. Undo the same deploy again to carry on with the other 2 changes.',
    ],
  ] as const)('is carried on by what it came from: %s, %#', (origin, changes, expected) => {
    const outcomes = notDone(origin, changes);
    expect(remedy(renderReportText(planned, outcomes))).toBe(expected);
    expect(remedy(renderReport(planned, outcomes))).toBe(expected);
  });
});

describe('a change that was sent and never answered', () => {
  const outcomes: readonly Outcome[] = [
    { change: first, status: 'done' },
    { change: second, status: 'not-tried' },
    { change: third, status: 'not-tried' },
  ];
  const cut = { unsure: second, finished: false };

  it('counts as neither done nor left', () => {
    expect(renderTally({ outcomes, ...cut })).toBe('1 done, 1 unsure, 1 not tried');
    expect(renderTally({ outcomes })).toBe('1 done, 2 not tried');
  });

  it('stands for itself in a report', () => {
    expect(renderReportText(planned, outcomes, cut).split('\n').slice(2)).toEqual([
      '  done       + Visitor (service), renamed from Guest',
      '  unsure     ~ Customer (service)',
      '  not tried  ~ default for users: Guest to Customer',
      '',
      '  The deploy was cut off before its end.',
      '  Whether "Customer (service)" was written isn\'t known; a new plan reads what is live.',
      '  What was done stays. Plan again to carry on with the other 2 changes.',
      '',
    ]);
    expect(renderReport(planned, outcomes, cut).match(/^## .*/gm)).toEqual([
      '## Done',
      '## Unsure',
      '## Not tried',
    ]);
  });
});
