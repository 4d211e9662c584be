/** Arbitraries of roles.yaml files in every state of repair, and of edits to them. */
import fc from 'fast-check';
import type { TextChange } from '../../core/src';

const names = fc.constantFrom(
  'Agent',
  'Customer',
  'Guest',
  'Ägent 🙂',
  '',
  '"Agent"',
  "'Cust omer'",
  '"\\ud800"',
  '*name',
  '~',
);

const permission = fc.constantFrom(
  'sendMessage',
  'sendMesage',
  'editAnyMessage',
  'createConversation',
  '*shared',
  '*outer',
  '*missing',
  '[joinConversation, *shared]',
  '""',
  '',
);

const permissions = fc.oneof(
  fc
    .array(permission, { maxLength: 4 })
    .map((items) => `\n${items.map((item) => `      - ${item}\n`).join('')}`),
  fc.array(permission, { maxLength: 3 }).map((items) => ` [${items.join(', ')}]\n`),
  fc.constantFrom(
    ' *shared\n',
    ' &shared [sendMessage]\n',
    ' &shared\n    - sendMessage\n',
    ' |\n      sendMessage\n',
    '\n',
  ),
);

const role = fc
  .record({
    name: names,
    type: fc.constantFrom('conversation', 'service', 'channel', 'nonsense', ''),
    permissions,
  })
  .map(
    ({ name, type, permissions: list }) =>
      `  - friendlyName: ${name}\n    type: ${type}\n    permissions:${list}`,
  );

const attributes = fc.constantFrom(
  '',
  '    attributes: { team: *name }\n',
  '    attributes: &outer { list: [*shared] }\n',
  '    attributes: *outer\n',
);

const user = fc
  .record({
    identity: fc.constantFrom('alice', 'bob', 'alice@example.com', 'bob: x', '..', '*name'),
    role: names,
    more: attributes,
  })
  .map(({ identity, role: given, more }) => `  - identity: ${identity}\n    role: ${given}\n${more}`);

const headLine = fc.constantFrom(
  'product: conversations\n',
  'product: chat\n',
  'service: default\n',
  'x-shared: &shared [sendMessage]\n',
  'x-name: &name Agent\n',
  'x-name: &name "\\ud800"\n',
  'x-list: &shared\n  - editAnyMessage\n  - *missing\n',
  'x-outer: &outer [*shared, .inf]\n',
  'services:\n  staging: IS11111111111111111111111111111111\n',
  'defaults:\n  user: Customer\n',
  '# a comment\n',
  '\n',
);

/** Lines that break what they come to stand in. */
const broken = fc.constantFrom(
  '  - friendlyName: "Agent\n',
  '\t- friendlyName: Agent\n',
  '    type\n',
  '    type service\n',
  ' - friendlyName: Guest\n',
  '     - sendMessage\n',
  'type: service\n',
  '  ]\n',
  '    permissions: [a, {b: c}\n',
  '    permissions: [\n      a # b\n    ]\n',
  '    ]\n',
  '    permissions: &a &b [x]\n',
  '- friendlyName: Agent\n',
  '    - friendlyName: Agent\n',
  '- fr\n',
  'foo: bar\n',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  'roles: [{friendlyName: A, type: service, permissions: []}]\n',
  'users: []\n',
  'roles: nonsense\n',
  '"roles":\n',
  'junk\n',
  '{\n',
  '\u0000\n',
  '\ud800\n',
  '\ufeff',
  '  # comment\r',
  '    - - - a\n',
);

const list = (key: string, entry: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: entry },
        { weight: 1, arbitrary: broken },
        { weight: 1, arbitrary: headLine },
      ),
      {
        maxLength: 5,
      },
    )
    .map((entries) => `${key}:\n${entries.join('')}`);

const section = fc.oneof(
  { weight: 4, arbitrary: headLine },
  { weight: 4, arbitrary: list('roles', role) },
  { weight: 3, arbitrary: list('users', user) },
  { weight: 1, arbitrary: broken },
);

const lineEnds = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** A whole file; most are ours and in order, some are neither. */
export const nastyText: fc.Arbitrary<string> = fc
  .tuple(fc.array(section, { maxLength: 6 }), lineEnds, fc.boolean())
  .map(([sections, lineEnd, ends]) => {
    const text = sections.join('').replaceAll('\n', lineEnd);
    return ends ? text : text.trimEnd();
  });

/** What one edit may put in: single characters, lines, entries, and whole files. */
const inserted = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...'a: -#"\'[]{}&*|>\n\r\t,?!%'.split(''), '', ' ', '  ', '\n', '\r\n', '🙂'),
  },
  { weight: 3, arbitrary: fc.oneof(role, user, headLine, broken) },
  { weight: 1, arbitrary: nastyText },
);

/** Places in a text of any length, as shares of it, and what comes there. */
export const nastyEdit: fc.Arbitrary<(text: string) => TextChange> = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
    fc.boolean(),
    inserted,
  )
  .map(([share, length, atLine, newText]) => (text: string): TextChange => {
    const place = Math.floor(share * (text.length + 1));
    const start = atLine ? text.lastIndexOf('\n', place - 1) + 1 : Math.min(place, text.length);
    return { start, end: Math.min(start + length, text.length), newText };
  });
