import { expect, it } from 'vitest';
import { guard, plan, recounted, usersTouched } from '../../../core/src/plan';
import { desired, live, roleSid } from './values';

const guest = roleSid(1);
const then = live(
  ['service Guest: joinConversation'],
  {},
  {
    usersByRole: new Map([[guest, 1]]),
  },
);
const renamed = desired(['service Customer: joinConversation']);
const planned = plan(
  { ...renamed, roles: renamed.roles.map((role) => ({ ...role, renamedFrom: 'Guest' })) },
  then,
);
const other = roleSid(2);
const now = {
  ...then,
  usersByRole: new Map([
    [guest, 51],
    [other, 60],
  ]),
};

it('counts anew whom an earlier plan touches, so that the guard goes by how many they are', () => {
  expect(usersTouched(planned.changes)).toBe(1);
  const recount = recounted(planned, now);
  expect(usersTouched(recount.changes)).toBe(51);
  expect(recount.total.users).toBe(111);
  expect([guard(planned).typed, guard(recount).typed]).toEqual([false, true]);
});

it('leaves the plan as it is otherwise, and where nobody was counted', () => {
  const { changes, total, ...rest } = planned;
  expect(recounted(planned, now)).toMatchObject(rest);
  expect(recounted(planned, now).changes.map(({ id }) => id)).toEqual(changes.map(({ id }) => id));
  const { usersByRole: _, ...uncounted } = then;
  expect(recounted(planned, uncounted)).toEqual({ ...rest, changes, total });
});
