import { describe, expect, it } from 'vitest';
import { applyEdits, check, parseDocument } from '../../../core/src';
import { redrawn, undrawn } from '../../support/carets';

/** A role with a line that YAML refuses, what is said of it, and what its fix makes of the line, where it has one. */
const lines: readonly (readonly [drawn: string, fixed?: string])[] = [
  [
    `
  - friendlyName: 'it's'
#                     ^^ yaml-syntax: This text is after the closing quote; write '' for an apostrophe`,
  ],
  [
    `
  - friendlyName: "a "b" c"
#                     ^^^^^ yaml-syntax: This text is after the closing quote; write \\" for a quote`,
  ],
  [
    `
  - friendlyName: "A" B # why
#                     ^ yaml-syntax: This text is after the closing quote; write \\" for a quote`,
  ],
  [
    `
  - friendlyName: "A"# why
#                    ^ yaml-syntax: A comment needs a space before its "#"; write one`,
    '  - friendlyName: "A" # why',
  ],
  [
    `
  - friendlyName: [Admin] users
#                         ^^^^^ yaml-syntax: Nothing may follow the "]"; remove it, or put the whole value in quotes`,
  ],
  [
    `
  - friendlyName: *a b
#                    ^ yaml-syntax: Nothing may follow the "*a"; remove it, or put the whole value in quotes`,
  ],
  [
    `
  - friendlyName: @admin # why
#                 ^^^^^^ yaml-syntax: A value can't begin with "@"; put it in quotes`,
    '  - friendlyName: "@admin" # why',
  ],
  [
    `
  - friendlyName: \`x\`
#                 ^^^ yaml-syntax: A value can't begin with "\`"; put it in quotes`,
    '  - friendlyName: "`x`"',
  ],
  [
    `
  - friendlyName: &a %x
#                    ^^ yaml-syntax: A value can't begin with "%"; put it in quotes`,
    '  - friendlyName: &a "%x"',
  ],
  [
    `
  - friendlyName: ,x
#                 ^^ yaml-syntax: A value can't begin with ","; put it in quotes`,
    '  - friendlyName: ",x"',
  ],
  [
    `
  - friendlyName: ? x
#                 ^^^ yaml-syntax: A value can't begin with "?"; put it in quotes`,
    '  - friendlyName: "? x"',
  ],
  [
    `
  - friendlyName: *bold*
#                 ^^^^^^ yaml-syntax: A value can't begin with "*", which makes it an alias; put it in quotes`,
    '  - friendlyName: "*bold*"',
  ],
  [
    `
  - friendlyName: |admin
#                 ^^^^^^ yaml-syntax: The text of a "|" begins on the next line; write it there, or put the value in quotes`,
    '  - friendlyName: "|admin"',
  ],
  [
    `
  - friendlyName: > 5
#                 ^^^ yaml-syntax: The text of a ">" begins on the next line; write it there, or put the value in quotes`,
    '  - friendlyName: "> 5"',
  ],
  [
    `
  - friendlyName: - Admin
#                 ^^^^^^^ yaml-syntax: A list can't begin on the line of its key; write it below, or put the value in quotes`,
  ],
  [
    `
  - friendlyName:Admin
#               ^ yaml-syntax: A key needs a space after its colon; write "friendlyName: Admin"`,
    '  - friendlyName: Admin',
  ],
  [
    `
  - \tfriendlyName: Admin
#  ^^ yaml-syntax: A tab can't stand before a key; write spaces`,
  ],
  [
    `
  - # why
    friendlyName Admin
#   ^^^^^^^^^^^^^^^^^^ yaml-syntax: A key needs a colon after it; write "key: value"`,
  ],
  [
    `
  - friendlyName: Admin
    sid:RL1
#      ^ yaml-syntax: A key needs a space after its colon; write "sid: RL1"`,
    '  - friendlyName: Admin\n    sid: RL1',
  ],
  [
    `
  - friendlyName: Admin
    @sid: RL1
#   ^^^^^^^^^ yaml-syntax: A key can't begin with "@"; put it in quotes`,
  ],
  [
    `
  - friendlyName: Admin
\u00a0\u00a0\u00a0\u00a0sid: RL1
^^^^ yaml-syntax: A no-break space can't indent YAML; write spaces`,
    '  - friendlyName: Admin\n    sid: RL1',
  ],
];

/** The same for the permissions of a role. */
const lists: readonly (readonly [drawn: string, fixed?: string])[] = [
  [
    `
    permissions: [sendMessage],
#                             ^ yaml-syntax: Nothing may follow the "]"; remove the ","`,
    '    permissions: [sendMessage]',
  ],
  [
    `
    permissions:
      - "sendMessage",
#                    ^ yaml-syntax: Nothing may follow the closing quote; remove the ","`,
    '    permissions:\n      - "sendMessage"',
  ],
  [
    `
    permissions:
      - @sendMessage
#       ^^^^^^^^^^^^ yaml-syntax: A value can't begin with "@"; put it in quotes`,
    '    permissions:\n      - "@sendMessage"',
  ],
  [
    `
    permissions: [@sendMessage, leaveConversation]
#                 ^^^^^^^^^^^^ yaml-syntax: A value can't begin with "@"; put it in quotes`,
  ],
  [
    `
    permissions: ['it's', leaveConversation]
#                     ^^ yaml-syntax: This text is after the closing quote; write '' for an apostrophe`,
  ],
  [
    `
    permissions: - sendMessage
#                ^^^^^^^^^^^^^ yaml-syntax: A list can't begin on the line of its key; write it below, or put the value in quotes`,
  ],
  [
    `
    permissions:
      - sendMessage
      -leaveConversation
#     ^^^^^^^^^^^^^^^^^^ yaml-syntax: A dash needs a space after it; write "- leaveConversation"`,
    '    permissions:\n      - sendMessage\n      - leaveConversation',
  ],
  [
    `
    permissions:
      -sendMessage
#     ^^^^^^^^^^^^ wrong-value: A dash needs a space after it; write "- sendMessage"
      -leaveConversation`,
    '    permissions:\n      - sendMessage\n      - leaveConversation',
  ],
];

const asRole = (drawn: string): string =>
  `\nroles:${drawn}\n    type: conversation\n    permissions: [sendMessage]\n`;
const asList = (drawn: string): string =>
  `\nroles:\n  - friendlyName: Admin\n    type: conversation${drawn}\n`;

describe('a value that YAML stops at', () => {
  it.each([
    ...lines.map(([drawn, fixed]) => [asRole(drawn), fixed] as const),
    ...lists.map(([drawn, fixed]) => [asList(drawn), fixed] as const),
  ])('is judged by what is there: %s', (fixture, fixed) => {
    expect(redrawn(fixture)).toBe(fixture);
    const text = undrawn(fixture);
    const [fix] = check(parseDocument(text))[0]?.fixes ?? [];
    expect(fix && applyEdits(text, fix.edits)).toEqual(fixed && expect.stringContaining(`\n${fixed}\n`));
  });
});

it('an error after comments is told where it is', () => {
  const fixture = `
# twilio-roles
# first line
//comment
^^^^^^^^^ yaml-syntax: A key needs a colon after it; write "key: value"
roles: []
`;
  expect(redrawn(fixture)).toBe(fixture);
});

it('a marker before the first key is no key itself', () => {
  const fixture = `
---
product:chat
#      ^ yaml-syntax: A key needs a space after its colon; write "product: chat"
roles: []
`;
  expect(redrawn(fixture)).toBe(fixture);
});
