/** The linter says it first, where nobody silenced it; a plan must be sound whatever the linter said. */
import { expect, it } from 'vitest';
import { plan, undeployable } from '../../../core/src/plan';
import { desired, live, role, roleSid, userSid } from './values';

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

it('two entries for one role are an error, and neither is written', () => {
  const wanted = desired(
    [
      'service Guest: createConversation',
      'service Guest: editOwnUserInfo',
      { ...role('service Agent: createConversation'), sid: roleSid(2) },
      { ...role('service Clerk: editOwnUserInfo'), sid: roleSid(2) },
      'service New: joinConversation',
      'service New: createConversation',
    ],
    { users: [{ identity: 'bob', role: 'New' }] },
  );
  const planned = plan(wanted, guests, { prune: true });
  expect(planned.changes).toEqual([]);
  expect(undeployable(planned)).toBe(
    ['Guest', 'Agent', 'New']
      .map(
        (name) =>
          `"${name}" (service) has 2 entries; merge them into one, or pin each to a role of its own with "sid".`,
      )
      .join('\n'),
  );
});
