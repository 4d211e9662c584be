import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, isRolesFile, parseDocument } from '../../../core/src';
import { yamlError } from '../../../core/src/document/yaml';
import { nastyText } from '../../support/nasty-text';

const before = `x-shared: &shared [createConversation]
roles:
  - friendlyName: Alpha
    type: service
    permissions: [sendMesage]
`;
const after = `  - friendlyName: Gamma
    type: service
    permissions: [joinConversation, *shared]
defaults:
  user: Gamma
users:
  - identity: alice
    role: Beta
  - identity: bob
    role: Gamma
`;

/** A role broken one way; what is said of it, at which text; and what can be read of it all the same. */
const broken: readonly (readonly [what: string, role: string, at: string, message: string, read: string])[] =
  [
    [
      'a quote that is never closed',
      '  - friendlyName: "Beta\n    type: service\n    permissions: [createConversation]\n',
      '"Beta',
      'This text is never closed; write the closing "',
      '? service 1',
    ],
    [
      'a tab',
      '  - friendlyName: Beta\n\ttype: service\n    permissions: [createConversation]\n',
      '\t',
      "A tab can't indent YAML; write spaces",
      'Beta ? 1',
    ],
    [
      'a key without a colon',
      '  - friendlyName: Beta\n    type service\n    permissions: [createConversation]\n',
      'type service',
      'A key needs a colon after it; write "key: value"',
      'Beta ? 1',
    ],
    [
      'a key half typed',
      '  - friendlyName: Beta\n    type: service\n    perm\n',
      'perm',
      'A key needs a colon after it; write "key: value"',
      'Beta service ?',
    ],
    [
      'a stray bracket',
      '  - friendlyName: Beta\n    type: service\n    permissions: [createConversation]]\n',
      ']',
      'Nothing is open that this "]" could close; remove it',
      'Beta service ?',
    ],
    [
      'a bracket that is never closed',
      '  - friendlyName: Beta\n    type: service\n    permissions: [createConversation\n',
      '[createConversation',
      'This "[" is never closed; write the "]"',
      'Beta service ?',
    ],
    [
      'a line that is indented too little',
      '  - friendlyName: Beta\n   type: service\n    permissions: [createConversation]\n',
      'type:',
      'The indentation of this line fits nothing above it; line it up with what it belongs to',
      'Beta ? 1',
    ],
    [
      'a line that is indented too much',
      '  - friendlyName: Beta\n      type: service\n    permissions: [createConversation]\n',
      'type:',
      'The indentation of this line fits nothing above it; line it up with what it belongs to',
      '? ? 1',
    ],
    [
      'a line that is not indented at all',
      '  - friendlyName: Beta\ntype: service\n    permissions: [createConversation]\n',
      'type:',
      'The indentation of this line fits nothing above it; line it up with what it belongs to',
      'Beta ? 1',
    ],
    [
      'a dash that has slipped',
      ' - friendlyName: Beta\n   type: service\n   permissions: [createConversation]\n',
      '-',
      'This "-" isn\'t below the others of "roles"; indent it by 1 space more',
      'Beta service 1',
    ],
    [
      'an item without its dash',
      '  - friendlyName: Beta\n    type: service\n    permissions:\n      - createConversation\n\n      # and\n      joinConversation\n',
      'joinConversation',
      'An item of a list needs its dash; write "- joinConversation"',
      'Beta service ?',
    ],
    [
      'a word after a list at the column of its key',
      '  - friendlyName: Beta\n    permissions: # all\n    - createConversation\n    - joinConversation\n    typ\n',
      'typ',
      'A key needs a colon after it; write "key: value"',
      'Beta ? 2',
    ],
    [
      'two anchors on one value',
      '  - friendlyName: Beta\n    type: service\n    permissions: &a &b [createConversation]\n',
      '&b',
      'A value can have one anchor; remove this one',
      'Beta service ?',
    ],
    [
      'a mapping on the line of its key',
      '  - friendlyName: Beta\n    type: service\n    sid: &a x: RL1\n    permissions: [createConversation]\n',
      '&',
      "A mapping can't begin on the line of its key; write it below, or in braces",
      'Beta service 1',
    ],
    [
      'a colon in a value',
      '  - friendlyName: Beta: x\n    type: service\n    permissions: [createConversation]\n',
      ':',
      'A value with ": " inside needs quotes around it',
      '? service 1',
    ],
    [
      'an alias to nothing',
      '  - friendlyName: Beta\n    type: service\n    permissions: [*nothing]\n',
      '*nothing',
      'Nothing before this has the anchor "&nothing"; write it above, or remove the "*nothing"',
      'Beta service 0',
    ],
  ];

describe('a broken role', () => {
  it.each(broken)('with %s leaves the others as they are', (_, role, at, message, read) => {
    const text = before + role + after;
    const document = parseDocument(text);
    const [alpha, beta, gamma, ...others] = document.roles.map(({ entry }) =>
      [
        entry.friendlyName?.value ?? '?',
        entry.type?.value ?? '?',
        entry.permissions?.items.length ?? '?',
      ].join(' '),
    );
    expect([alpha, beta, gamma, others]).toEqual(['Alpha service 1', read, 'Gamma service 2', []]);
    expect(document.users.map(({ entry }) => entry.identity?.value)).toEqual(['alice', 'bob']);
    expect(
      check(document).map((found) => `${found.rule} ${text.slice(found.start, found.end)}: ${found.message}`),
    ).toEqual([
      'unknown-permission sendMesage: Unknown permission "sendMesage"; did you mean "sendMessage"?',
      `yaml-syntax ${at}: ${message}`,
    ]);
    expect(isRolesFile(text)).toBe(true);
  });

  it('and an item that lacks its dash is mended wherever it stands', () => {
    const text = `x-own: &own\n  - sendMessage\n  editOwnMessage\nservice: default\n`;
    const [finding] = check(parseDocument(text));
    const [edit] = finding?.fixes?.[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toBe(
      text.replace('editOwn', '- editOwn'),
    );
  });

  it('does not hide what a broken head defines', () => {
    const text = `x-a: &shared [createConversation\n${before.replace(/^x-.*\n/, '')}${after}`;
    expect(check(parseDocument(text)).map(({ rule }) => rule)).toEqual(['yaml-syntax', 'unknown-permission']);
  });
});

describe('cutting a file into blocks', () => {
  // What other rules tell: text before the first dash, a list that is there twice.
  const toldOtherwise = [
    /^\ufeff?"?(?:roles|users)"?:[ \t]*(?:#.*)?[\r\n]+(?:[ \t]*#.*[\r\n]+)*[ \t]+[^-\s#]/m,
    /^"?(roles|users)"?:[\s\S]*^"?\1"?:/m,
    /^\ufeff?(?:---|\.\.\.)/m,
  ];

  it('finds a file sound where YAML does, and broken where YAML does', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        fc.pre(!toldOtherwise.some((pattern) => pattern.test(text)));
        const document = parseDocument(text);
        const own = [
          ...document.blocks.flatMap(({ syntax }) => syntax),
          ...document.syntax.map(({ finding }) => finding),
        ];
        const said = own.filter(({ message }) => !/^Nothing before this has|^Aliases bring/.test(message));
        if (yamlError(text)) expect(said).not.toEqual([]);
        else expect(said.filter(({ onlyHere }) => !onlyHere)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });
});
