/** Files as people write them by hand: each value in one of many ways, shared by anchors, with comments all over. */
import fc from 'fast-check';
import { serviceSid } from '../plan/values';

/** YAML takes some of them for numbers or for a truth. */
export const roleNames = ['007', 'true', '0x1F', 'R3', 'Tier 4'] as const;
export const identities = ['+4915112345678', '00123', 'true', 'bob', 'al@example.com'] as const;

const permissions = ['joinConversation', 'createConversation', 'editOwnUserInfo', 'addParticipant'] as const;
export const somePermissions = fc.subarray([...permissions], { minLength: 1 });
export const someName = fc.constantFrom('Bob', '007', 'yes', '1.10', 'B, the "2nd"', 'a # b');

const scalars = fc.constantFrom<unknown>('a', 'b # c', '007', 1, -0.5, true, null);
const members = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y'), scalars, { maxKeys: 2 }),
);
const keys = fc.constantFrom('team', 'seat', 'tags', '007');
export const someAttributes = fc.dictionary(keys, members, { maxKeys: 3 });

/** One way to write what stands after a colon; `at` makes its anchors its own. Comments are numbered later. */
type Write = (at: number) => string;

function writing<T>(some: fc.Arbitrary<T>, write: (value: T, at: number) => string): fc.Arbitrary<Write> {
  return some.map((value) => (at) => write(value, at));
}

/** What the entry before shares, or a list that all share. */
const fromBefore = (write: Write): fc.Arbitrary<Write> => fc.constant((at) => write(at - 1));

const list = fc.oneof(
  writing(
    somePermissions,
    (items) => `\n${items.map((item) => `      - ${item}   # @\n`).join('')}      # @\n`,
  ),
  writing(somePermissions, (items) => `\n    - # @\n      ${items.join('\n    - ')}\n`),
  writing(somePermissions, (items) => ` [ ${items.join(', ')} ]   # @\n`),
  writing(somePermissions, (items) => ` [${items.map((item) => `"${item}"`).join(' ,')}]\n`),
  writing(
    somePermissions,
    (items) => ` [ # @\n        ${items.join(', # @\n        ')} # @\n      ]   # @\n`,
  ),
  fromBefore(() => ' *shared   # @\n'),
  writing(
    somePermissions,
    (items) => `\n    - *shared\n${items.map((item) => `    - ${item}\n`).join('')}    - *one # @\n`,
  ),
  writing(somePermissions, (items) => ` [*shared , ${items.join(', ')}, *one ]\n`),
  writing(
    somePermissions,
    (items, at) =>
      ` &own${at}   # @\n      - &item${at} ${items[0]}\n      - [${items.join(', ')}]\n      - - addParticipant # @\n        - *item${at}\n`,
  ),
  writing(somePermissions, (items, at) => ` &own${at} [&item${at} ${items.join(', ')}] # @\n`),
  fromBefore((before) => ` *own${before}   # @\n`),
  fromBefore((before) => ` [*own${before}, *item${before}] # @\n`),
);

function inLines(value: object, indent: string): string {
  return Object.entries(value)
    .map(([key, member]: [string, unknown]) => {
      const isItem = Array.isArray(value);
      const isFlat = typeof member !== 'object' || member === null || Object.keys(member).length === 0;
      if (isItem) return `${indent}# @\n${indent}- ${JSON.stringify(member)} # @\n`;
      if (isFlat) return `${indent}# @\n${indent}${key}: ${JSON.stringify(member)} # @\n`;
      return `${indent}${key}:   # @\n${inLines(member, `${indent}${Array.isArray(member) ? '' : '  '}`)}`;
    })
    .join('');
}

const attributes = fc.oneof(
  writing(someAttributes, (value) => `   # @\n      none: ~\n${inLines(value, '      ')}`),
  writing(someAttributes, (value, at) => ` &data${at} ${JSON.stringify(value)}   # @\n`),
  writing(
    someAttributes,
    (value, at) => ` &data${at}   # @\n      by: &by${at} me # @\n${inLines(value, '      ')}`,
  ),
  writing(someAttributes, (value, at) => ` &data${at} '${JSON.stringify(value)}' # @\n`),
  writing(someAttributes, (value) => ` | # @\n      ${JSON.stringify(value)}\n`),
  writing(someAttributes, (value) => {
    const lines = Object.entries(value).map(
      ([key, member]) => `        ${key}: ${JSON.stringify(member)}, # @\n`,
    );
    return ` { # @\n${lines.join('')}      } # @\n`;
  }),
  fromBefore((before) => ` *data${before} # @\n`),
  fromBefore((before) => ` { by: *by${before}, all: *data${before}, name: *name${before} } # @\n`),
);

const friendlyName = fc.oneof(
  writing(someName, (name) => ` ${JSON.stringify(name)} # @\n`),
  writing(someName, (name, at) => ` &name${at} ${/[,#]/.test(name) ? `'${name}'` : name} # @\n`),
  writing(someName, (name) => ` >- # @\n      ${name.replace('#', '\n      #')}\n`),
  fromBefore((before) => ` *name${before} # @\n`),
);

/** One of the first roles of the file, by name. */
const roleName = (of: number) =>
  fc.oneof(
    writing(fc.nat(of - 1), (n) => ` ${roleNames[n]} # @\n`),
    writing(fc.nat(of - 1), (n) => ` *role${n} # @\n`),
    writing(fc.nat(of - 1), (n, at) => ` &held${at} "${roleNames[n]}"\n`),
    fromBefore((before) => ` *held${before} # @\n`),
  );

const role = fc.record({ permissions: list, isAlias: fc.boolean(), isElsewhere: fc.boolean() });

const user = (roles: number) =>
  fc.record({ role: roleName(roles), attributes, friendlyName }, { requiredKeys: [] });

const defaults = (roles: number) =>
  fc.oneof(
    fc.constantFrom<Write>(
      () => '',
      () => 'defaults: ~ # @\n',
      () => 'defaults: # @\n',
      () => 'defaults: {} # @\n',
    ),
    writing(fc.nat(roles - 1), (n) => `defaults: { user: *role${n} } # @\n`),
    roleName(roles).map(
      (write): Write =>
        (at) =>
          `defaults:\n  # @\n  user:${write(at)}`,
    ),
  );

const ends = fc.constantFrom('\n', '', '...\n# @\n', '# @');

export const handWritten: fc.Arbitrary<string> = fc.integer({ min: 1, max: 5 }).chain((roles) =>
  fc
    .record({
      shared: somePermissions,
      roles: fc.array(role, { minLength: roles, maxLength: roles }),
      users: fc.array(user(roles), { maxLength: 5 }),
      defaults: defaults(roles),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      end: ends,
    })
    .map((file) => {
      const entries = file.roles.map(({ permissions, isAlias, isElsewhere }, n) => {
        const name = isAlias ? `*role${n}` : roleNames[n];
        const lines = `type: service   # @\n    permissions:${permissions(n)}    friendlyName: ${name}\n`;
        return isElsewhere
          ? { elsewhere: `  - &entry${n}\n    ${lines}`, here: `  - *entry${n} # @\n` }
          : { elsewhere: '', here: `  # @\n  - ${lines}\n` };
      });
      const elsewhere = entries.map((entry) => entry.elsewhere).join('');
      const users = file.users.map(
        (fields, n) =>
          `  - identity: ${identities[n]} # @\n${Object.entries(fields)
            .map(([key, write]) => `    ${key}:${write(n)}`)
            .join('')}`,
      );
      const text = withAnchors(`service: ${serviceSid}
x-names: [${roleNames.map((name, n) => `&role${n} ${name}`).join(', ')}]
x-shared: &shared
  - &one ${file.shared[0]}
  - [${file.shared.slice(1).join(', ')}]   # @
${elsewhere && `x-entries:\n${elsewhere}`}
roles:
${entries.map((entry) => entry.here).join('')}users:${users.length > 0 ? `\n${users.join('')}` : ' ~ # @\n'}${file.defaults(users.length)}`);
      return numbered((file.end ? text : text.trimEnd()) + file.end).replaceAll('\n', file.lineBreak);
    }),
);

/** Aliases of what a place before doesn't have are taken back: a list is that of all, and other values are plain. */
function withAnchors(text: string): string {
  return text.replace(/\*((?:own|item|data|by|name|held)-?\d+)/g, (alias, name: string, at: number) => {
    if (text.slice(0, at).includes(`&${name} `)) return alias;
    if (/^(?:own|item)/.test(name)) return '*shared';
    if (/^data/.test(name)) return '{ none: 0 }';
    return name.startsWith('held') ? '*role0' : '"none"';
  });
}

function numbered(text: string): string {
  let n = 0;
  return text.replaceAll('# @', () => `# c${n++};`);
}
