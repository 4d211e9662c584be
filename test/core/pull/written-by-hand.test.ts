import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../core/src';
import { desired } from '../../../core/src/document/desired';
import { type Desired, type Live, plan } from '../../../core/src/plan';
import { pulled } from '../../support/pulled';
import { live, roleSid } from '../plan/values';
import {
  handWritten,
  identities,
  roleNames,
  someAttributes,
  someName,
  somePermissions,
} from './hand-written';
import { liveUsers } from './live-users';

/** Some of the file's roles and users are live, and some that it doesn't have. */
const now: fc.Arbitrary<Live> = fc
  .record({
    roles: fc.uniqueArray(fc.tuple(fc.constantFrom(...roleNames), somePermissions), {
      minLength: 1,
      selector: ([name]) => name,
    }),
    users: fc.dictionary(
      fc.constantFrom(...identities),
      fc.record({
        friendlyName: fc.option(someName, { nil: undefined }),
        attributes: someAttributes.map((value) => JSON.stringify(value)),
        role: fc.nat(),
      }),
    ),
    user: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(({ roles, users, user }) => {
    const sid = (n: number) => roleSid(1 + (n % roles.length));
    const fields = Object.entries(users).map(([identity, { role, ...rest }]) => [
      identity,
      { ...rest, roleSid: sid(role) },
    ]);
    return {
      ...liveUsers(Object.fromEntries(fields)),
      roles: live(roles.map(([name, permissions]) => `service ${name}: ${permissions.join(' ')}`)).roles,
      defaults: user === undefined ? {} : { user: sid(user) },
    };
  });

/** What the file asks for; fails where anything is wrong with it. */
function desiredOf(file: string): Desired {
  const read = desired(parseDocument(file));
  if ('desired' in read) return read.desired;
  throw new Error(`${read.problems.map(({ message }) => message).join('\n')}\n${file}`);
}

describe('a file written by hand', () => {
  it('comes out of a pull as what is live, with all that it says besides', () => {
    fc.assert(
      fc.property(handWritten, now, (existing, service) => {
        const before = desiredOf(existing);
        const options = { addMissing: true, users: service.users.map(({ sid }) => sid) };
        const text = pulled(service, { ...options, existing });
        const after = desiredOf(text);

        // What isn't live is still to be created, and a default that there is none of to be set.
        const left = plan(after, service).changes.filter(
          ({ verb }) => !verb.startsWith('create-') && !(verb === 'set-default' && !service.defaults.user),
        );
        expect(left, text).toEqual([]);
        expect(notLive(after, service), text).toEqual(notLive(before, service));
        expect(text.match(/# c\d+;/g) ?? [], text).toEqual(
          expect.arrayContaining(existing.match(/# c\d+;/g) ?? []),
        );
        if (existing.includes('\r\n')) expect(text.replaceAll('\r\n', '')).not.toContain('\n');
        expect(pulled(service, { ...options, existing: text })).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** Roles and users that the file alone has. */
function notLive({ roles, users }: Desired, service: Live) {
  return {
    roles: roles.filter(
      (role) => !service.roles.some(({ friendlyName }) => friendlyName === role.friendlyName),
    ),
    users: users.filter((user) => !service.users.some(({ identity }) => identity === user.identity)),
  };
}
