import { describe, expect, it } from 'vitest';
import { check, parseDocument } from '../../../core/src';
import { redrawn } from '../../support/carets';

describe('a bracket that closes at the column of its key', () => {
  it.each([
    [
      'a list',
      `
roles:
  - friendlyName: A
    type: conversation
    permissions: [
      sendMesage,
#     ^^^^^^^^^^ unknown-permission: Unknown permission "sendMesage"; did you mean "sendMessage"?
      leaveConversation
    ]
`,
    ],
    [
      'a list after comments',
      `
roles:
  - friendlyName: A
    type: conversation
    permissions: [
      sendMessage,
      "it's # 1", # the one
#     ^^^^^^^^^^ unknown-permission: Unknown permission "it's # 1"; remove it, or correct its name
      # and no other

    ] # for now
`,
    ],
    [
      'mappings and lists inside of one another',
      `
users:
  - identity: a
    attributes: {
      team: [
        x
      ],
      more: [
      ]
    }
  - {
    identty: b
#   ^^^^^^^ unknown-key: Unknown key "identty" in a user; did you mean "identity"?
  }
`,
    ],
    [
      'everything',
      `
roles: [
  { friendlyName: A, type: service, permissions: [joinConversatin] }
#                                                 ^^^^^^^^^^^^^^^ unknown-permission: Unknown permission "joinConversatin"; did you mean "joinConversation"?
]
defaults: {
  user: A
}
`,
    ],
    [
      'a list beside a key that is broken',
      `
roles:
  - friendlyName: A
    type: conversation
    permissions: [
      sendMessage
    ]
    sid
#   ^^^ yaml-syntax: A key needs a colon after it; write "key: value"
`,
    ],
    [
      'nothing',
      `
roles:
  - friendlyName: A
    type: conversation
    permissions: [sendMessage]
    ]
#   ^ yaml-syntax: Nothing is open that this "]" could close; remove it
`,
    ],
  ])('closes %s all the same', (_, fixture) => {
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('says of what is in brackets and not deeper than their key that it has to be', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: conversation
    permissions: [
    sendMessage,
#   ^^^^^^^^^^^^ yaml-syntax: The indentation of this line fits nothing above it; line it up with what it belongs to
    leaveConversation
    ]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('is told to be deeper where there are more than can be read past in a long text', () => {
    const text = `service: default\n${'x-a: [\n]\n'.repeat(100_000)}`;
    expect(check(parseDocument(text)).filter(({ rule }) => rule === 'yaml-syntax')).toMatchObject([
      { message: 'This "]" has to be deeper than its key; indent it' },
    ]);
  });

  it('leaves values and places as they are', () => {
    const user = '  - identity: a\n    attributes: {\n      x: "y\n      z" # c\n    } # d\n';
    const attributes = parseDocument(`users:\n${user}`).users[0]?.entry.attributes;
    expect(attributes).toMatchObject({ kind: 'mapping', pairs: [{ value: { value: 'y z' } }] });
    expect(user.slice(attributes?.start, attributes?.end)).toBe('{\n      x: "y\n      z" # c\n    }');
  });
});
