import { describe, expect, it } from 'vitest';
import { type Plan, parsePlan, plan, renderJson, renderText, undeployable } from '../../../core/src/plan';
import { desired, live, role, roleSid } from './values';

const guests = ['service Guest: joinConversation'];
const now = live([...guests, 'service Agent: joinConversation'], { bob: 1, carol: 2 });
const renamed = (text: string, renamedFrom: string) => ({ ...role(text), renamedFrom });
const customer = renamed('service Customer: joinConversation', 'Guest');
const visitor = renamed('service Visitor: joinConversation', 'Guest');
const ids = ({ changes }: Plan) => changes.map(({ id }) => id);

describe('a rename', () => {
  it('moves nobody from a role that the file has, too', () => {
    const planned = plan(desired([customer, ...guests]), now);
    expect(ids(planned)).toEqual(['create-role:service:Customer']);
    expect(undeployable(planned)).toBe(
      '"renamedFrom" of "Customer" names "Guest", which is asked for as well; remove "renamedFrom" to keep both roles, or what asks for "Guest".',
    );
    const pinned = { ...role('service Guest: joinConversation'), sid: roleSid(1) };
    expect(undeployable(plan(desired([customer, pinned]), now))).toBe(undeployable(planned));
    expect(undeployable(plan(desired([customer]), now))).toBeUndefined();
  });

  it('moves nobody in a circle', () => {
    const circle = desired([
      renamed('service Guest: joinConversation', 'Agent'),
      renamed('service Agent: joinConversation', 'Guest'),
    ]);
    const planned = plan(circle, now);
    expect(planned.changes).toEqual([]);
    expect(undeployable(planned)?.split('\n')).toEqual([
      expect.stringMatching(/^"renamedFrom" of "Guest" names "Agent", which is asked for as well;/),
      expect.stringMatching(/^"renamedFrom" of "Agent" names "Guest", which is asked for as well;/),
    ]);
  });

  it.each([roleSid(1), 'Guest'])('moves nobody where a user is given %s still', (given) => {
    const planned = plan(desired([customer], { users: [{ identity: 'bob', role: given }] }), now);
    expect(ids(planned)).toEqual(['create-role:service:Customer']);
    expect(undeployable(planned)).toBe(
      '"renamedFrom" of "Customer" names "Guest", which user "bob" is given; give "Customer" instead, or remove "renamedFrom".',
    );
  });

  it('moves nobody to two roles at once, and makes a plan that can be saved', () => {
    const planned = plan(desired([customer, visitor]), now);
    expect(ids(planned)).toEqual(['create-role:service:Customer', 'create-role:service:Visitor']);
    expect(parsePlan(renderJson(planned))).toEqual({ plan: planned });
    expect(undeployable(planned)?.split('\n')).toEqual([
      '"renamedFrom" of "Customer" names "Guest", and so does that of "Visitor"; keep it in one of them.',
      '"renamedFrom" of "Visitor" names "Guest", and so does that of "Customer"; keep it in one of them.',
    ]);
  });

  it('is refused before there is anything to move, too: a deploy may make it', () => {
    const empty = live([]);
    const both = plan(desired([customer, ...guests]), empty);
    const twice = plan(desired([customer, visitor]), empty);
    expect([both, twice].map((planned) => planned.reports.map(({ kind }) => kind))).toEqual([
      ['unclear-rename'],
      ['unclear-rename', 'unclear-rename'],
    ]);
  });

  it('from a role of any name is one', () => {
    const odd = live(['service undefined: joinConversation'], { bob: 1 });
    const wanted = desired([renamed('service Customer: joinConversation', 'undefined'), ...guests]);
    expect(ids(plan(wanted, odd))).toContain('move-users:service:undefined');
  });

  it('that was done says nothing', () => {
    const after = live([...guests, 'service Customer: joinConversation'], { bob: 2 });
    const planned = plan(desired([customer], { users: [{ identity: 'bob', role: 'Customer' }] }), after);
    expect([planned.changes, undeployable(planned)]).toEqual([[], undefined]);
  });

  it('gives way to a deletion that was staged, and that says where users go', () => {
    const guest = { friendlyName: 'Guest', type: 'service', sid: roleSid(1) } as const;
    const agent = { friendlyName: 'Agent', type: 'service', sid: roleSid(2) } as const;
    const planned = plan(desired([customer]), now, {
      staged: [{ kind: 'delete-role', role: guest, moveUsersTo: agent }],
    });
    expect(planned.changes).toMatchObject([
      { verb: 'create-role' },
      { verb: 'move-users', from: guest, to: agent },
      { verb: 'delete-role', role: guest },
    ]);
  });
});

describe('a rename of a role that participants have', () => {
  const speakers = live(['conversation Speaker: sendMessage']);
  const wanted = desired([renamed('conversation Member: sendMessage', 'Speaker')]);

  it('leaves the old one to them, whatever else is deleted', () => {
    expect(renderText(plan(wanted, speakers, { prune: true }))).toBe(
      `Support (IS…11aa, account AC…9f2c): 1 change

  + Member (conversation), renamed from Speaker
      sendMessage

  Participants who have "Speaker" keep it: Twilio doesn't list participants by role.
  "Speaker" (conversation) isn't deleted: participants may have it from before "Member"; remove "renamedFrom" to have it deleted.
`,
    );
  });

  it('deletes the old one where just that was staged', () => {
    const role = { friendlyName: 'Speaker', type: 'conversation', sid: roleSid(1) } as const;
    const { changes, reports } = plan(wanted, speakers, { staged: [{ kind: 'delete-role', role }] });
    expect(changes.map(({ verb }) => verb)).toEqual(['create-role', 'delete-role']);
    expect(reports).toEqual([]);
  });
});
