/** The linter says it first, where nobody silenced it; a plan must be sound whatever the linter said. */
import { expect, it } from 'vitest';
import { plan, undeployable } from '../../../core/src/plan';
import { desired, live, userSid } from './values';

const guests = live(['service Guest: joinConversation', 'service Agent: joinConversation'], { bob: 1 });

it('two entries for one user are an error, and neither is written', () => {
  const wanted = desired([], {
    users: [
      { identity: 'bob', friendlyName: 'Bob', role: 'Guest' },
      { sid: userSid(1), friendlyName: 'Robert', role: 'Agent' },
      { identity: 'dave', friendlyName: 'Dave' },
      { identity: 'dave', friendlyName: 'David' },
      { identity: 'erin' },
    ],
  });
  const planned = plan(wanted, guests);
  expect(planned.changes.map(({ id }) => id)).toEqual(['create-user:erin']);
  expect(undeployable(planned)).toBe(
    `User "bob" (${userSid(1)}) has 2 entries; merge them into one.\nUser "dave" has 2 entries; merge them into one.`,
  );
});
