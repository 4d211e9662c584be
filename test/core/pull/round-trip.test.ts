import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, permissionsOf } from '../../../core/src';
import { desired } from '../../../core/src/document/desired';
import { type Desired, type Live, type LiveRole, type LiveUser, plan } from '../../../core/src/plan';
import { pulled } from '../../support/pulled';
import { accountSid, roleSid, serviceSid, userSid } from '../plan/values';

/** What YAML may take for something else, or trip over. */
const special = fc.constantFrom(
  'yes',
  'no',
  'null',
  '~',
  'true',
  'on',
  'y',
  '0x1F',
  '1_000',
  '1e3',
  '.inf',
  '2026-11-21',
  '12:30',
  '=',
  '<<',
  '*a',
  '&a',
  '!x',
  '- a',
  '? a',
  'a: b',
  'a #b',
  '#a',
  "it's",
  '"',
  '{a}',
  '[a]',
  '%a',
  '@a',
  '`a`',
  '|',
  '>',
  ' a ',
  'a\nb',
  'a\tb',
  'ünï 🙂',
  '\u0085x',
  '\u2028',
  '\ufeffx',
  '\\n',
  'a,b',
  ':',
  '-',
  '--- ',
  '...',
);
const text = fc
  .oneof(
    special,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('Agent', 'channel user', 'Tier 1'),
  )
  .filter((each) => each.trim() !== '');

const types = ['service', 'conversation'] as const;
const permissions = (type: (typeof types)[number]) => {
  const known = [...permissionsOf(type).values()]
    .filter(({ status }) => status === 'documented')
    .map(({ permission }) => permission);
  return fc.subarray(known, { minLength: 1 });
};

const roles: fc.Arbitrary<readonly LiveRole[]> = fc
  .array(
    fc
      .constantFrom(...types)
      .chain((type) =>
        fc.record({ type: fc.constant(type), friendlyName: text, permissions: permissions(type) }),
      ),
    { maxLength: 6 },
  )
  .map((all) => all.map((role, i) => ({ ...role, sid: roleSid(i + 1) })));

const attributes = fc
  .dictionary(fc.oneof(text, fc.constant('__proto__')), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })
  .map((value) => JSON.stringify(value));

const lives = (named: fc.Arbitrary<readonly LiveRole[]>): fc.Arbitrary<Live> =>
  named.chain((all) => {
    const ofType = (type: string) => all.filter((role) => role.type === type).map(({ sid }) => sid);
    // Where there is a role of a type, there are defaults of it, and every user has one.
    const one = (type: string) =>
      ofType(type).length > 0 ? fc.constantFrom(...ofType(type)) : fc.constant(undefined);
    const user = one('service');
    const conversation = one('conversation');
    return fc
      .record({
        defaults: fc.record({ user, participant: conversation, creator: conversation }),
        users: fc.uniqueArray(
          fc.record({
            identity: text,
            friendlyName: fc.option(text, { nil: undefined }),
            attributes: fc.option(attributes, { nil: undefined }),
            roleSid: user,
            isOnline: fc.constant(undefined),
          }),
          { maxLength: ofType('service').length > 0 ? 4 : 0, selector: ({ identity }) => identity },
        ),
      })
      .map(
        ({ defaults, users }): Live => ({
          product: 'conversations',
          account: accountSid,
          service: { sid: serviceSid, friendlyName: 'Support', isDefault: false },
          roles: all,
          defaults: Object.fromEntries(Object.entries(defaults).filter(([, sid]) => sid !== undefined)),
          users: users.map((each, i): LiveUser => ({ ...each, sid: userSid(i + 1) })),
        }),
      );
  });

const uniqueRoles = roles.map((all) =>
  all.filter(
    (role, i) =>
      i ===
      all.findIndex(({ type, friendlyName }) => type === role.type && friendlyName === role.friendlyName),
  ),
);

/** What the file asks for; fails with what is wrong with the file, if anything. */
function desiredOf(file: string): Desired {
  const read = desired(parseDocument(file));
  if ('problems' in read)
    throw new Error(`${read.problems.map(({ message }) => message).join('\n')}\n${file}`);
  return read.desired;
}

function expectNothingToDo(file: string, now: Live): void {
  const { changes, reports } = plan(desiredOf(file), now);
  expect(changes, file).toEqual([]);
  expect(
    reports.filter(({ severity }) => severity === 'error'),
    file,
  ).toEqual([]);
}

describe('after a pull', () => {
  it('there is nothing to do, and nothing wrong with the file', () => {
    fc.assert(
      fc.property(lives(roles), (now) => {
        const file = pulled(now, { users: now.users.map(({ sid }) => sid) });
        expectNothingToDo(file, now);
        expect(plan(desiredOf(file), now).unchanged).toEqual({
          roles: now.roles.length,
          users: now.users.length,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of other values into a file, there is nothing to do either, and its comments are all there', () => {
    fc.assert(
      fc.property(lives(uniqueRoles), lives(uniqueRoles), (before, now) => {
        const first = pulled(before, { users: before.users.map(({ sid }) => sid) });
        const existing = commented(first);
        const file = pulled(now, { existing, addMissing: true, users: now.users.map(({ sid }) => sid) });
        for (const comment of existing.match(/# kept \d+/g) ?? []) expect(file).toContain(comment);
        const { changes } = plan(desiredOf(file), now);
        // What only the file has stays in it: it is still to be created, and so is a default that there is none of.
        const left = changes.filter(
          (change) =>
            !change.verb.startsWith('create-') && !(change.verb === 'set-default' && !change.before),
        );
        expect(left, file).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The file with a comment on a line of its own before every entry. */
function commented(file: string): string {
  let n = 0;
  return file.replace(/^ {2}- (?=friendlyName|identity)/gm, (dash) => `  # kept ${n++}\n${dash}`);
}
