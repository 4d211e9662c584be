import { describe, expect, it } from 'vitest';
import { check, parseDocument } from '../../../core/src';
import { redrawn, undrawn } from '../../support/carets';

/** The entries of a text by their names. */
function names(text: string): readonly (string | undefined)[] {
  const { roles, users } = parseDocument(text);
  return [
    ...roles.map(({ entry }) => entry.friendlyName?.value),
    ...users.map(({ entry }) => entry.identity?.value),
  ];
}

describe('a dash that has slipped', () => {
  it.each([
    [
      'to the left, with a whole role',
      `
roles:
  - friendlyName: One
    type: service
    permissions: [joinConversation]
- friendlyName: Two
^ yaml-syntax: This "-" isn't below the others of "roles"; indent it by 2 spaces more
  type: service
  permissions: [joinConversation]
  - friendlyName: Three
    type: service
    permissions: [sendMesage]
#                 ^^^^^^^^^^ unknown-permission: Unknown permission "sendMesage"; did you mean "sendMessage"?
`,
      ['One', 'Two', 'Three'],
    ],
    [
      'to the left, with the first word of a role',
      `
roles:
  - type: service
    friendlyName: One
    permissions: [joinConversation]
- fr
^ yaml-syntax: This "-" isn't below the others of "roles"; indent it by 2 spaces more
# ^^ wrong-value: This role is a single value; begin it with "- friendlyName:"
  - type: service
    friendlyName: Three
    permissions: [joinConversation]
`,
      ['One', undefined, 'Three'],
    ],
    [
      'to the left, with the first role',
      `
roles:
- { friendlyName: One, type: service, permissions: [joinConversation] }
^ yaml-syntax: This "-" isn't below the others of "roles"; indent it by 2 spaces more
  - { friendlyName: Two, type: service, permissions: [joinConversation] }
  - { friendlyName: Three, type: service, permissions: [joinConversation] }
`,
      ['One', 'Two', 'Three'],
    ],
    [
      'to the left, with a user',
      `
users:
  - identity: alice
- identity: bob
^ yaml-syntax: This "-" isn't below the others of "users"; indent it by 2 spaces more
  - identity: carl
`,
      ['alice', 'bob', 'carl'],
    ],
    [
      'to the right',
      `
roles:
  - friendlyName: One
    type: service
    permissions:
    - joinConversation
    - friendlyName: Two
#   ^ yaml-syntax: This "-" isn't below the others of "roles"; indent it by 2 spaces less
      type: service
      permissions: [joinConversation]
  - friendlyName: Three
    type: service
    permissions: [joinConversation]
`,
      ['One', 'Two', 'Three'],
    ],
  ])('%s takes no other entry along', (_, fixture, entries) => {
    expect(redrawn(fixture)).toBe(fixture);
    expect(names(undrawn(fixture))).toEqual(entries);
  });

  it('is told from lists that attributes and notes hold', () => {
    const text = `
users:
  - identity: alice
    attributes:
      contacts:
        - friendlyName: Bob
        - identity: carl
  -
    identity: dora
    attributes: { a: 1 }
    x-notes:
    - friendlyName: y
`;
    expect(check(parseDocument(text))).toEqual([]);
    expect(names(text)).toEqual(['alice', 'dora']);
  });
});

it('a dash that lacks its space is told to lack it', () => {
  const fixture = `
roles:
  - friendlyName: One
    type: service
    permissions: [joinConversation]
  -friendlyName: Two
# ^^^^^^^^^^^^^^ yaml-syntax: A dash needs a space after it; write "- friendlyName:"
    type: service
`;
  expect(redrawn(fixture)).toBe(fixture);
});

describe('a key at the start of a line between two roles', () => {
  it.each([
    [
      'that is none of ours does not end the list',
      `
roles:
  - friendlyName: One
    type: service
    permissions: [joinConversation]
foo: bar
^^^^ yaml-syntax: The indentation of this line fits nothing above it; line it up with what it belongs to
# and
more: of it
  - friendlyName: Two
    type: service
    permissions: [sendMesage]
#                 ^^^^^^^^^^ unknown-permission: Unknown permission "sendMesage"; did you mean "sendMessage"?
`,
      ['One', 'Two'],
    ],
    [
      'may have what looks like an entry in its value',
      `
roles:
  - friendlyName: One
    type: service
    permissions: [joinConversation]
x-text: |
  - friendlyName: Two
`,
      ['One'],
    ],
  ])('%s', (_, fixture, entries) => {
    expect(redrawn(fixture)).toBe(fixture);
    expect(names(undrawn(fixture))).toEqual(entries);
  });
});
