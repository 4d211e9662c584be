import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKeys } from '../../../core/src/document/duplicate-keys';
import { plainEntry } from '../../../core/src/document/plain-entry';
import { parseYaml } from '../../../core/src/document/yaml';
import { bigFile } from '../../support/big-file';

/** What the YAML parser makes of an entry. */
function parsed(text: string) {
  const { tree, error } = parseYaml(text);
  const node = tree.node?.kind === 'sequence' ? tree.node.items[0] : tree.node;
  return { node, error, duplicateKeys: tree.duplicateKeys };
}

describe('an entry that is plain', () => {
  it.each([
    ['a role', '  - friendlyName: Role 1\n    type: service\n    permissions:\n      - a\n      - b\n'],
    ['a list at the column of its key', '- permissions:\n  - a\n  - b\n  type: x\n'],
    ['keys without values', '- type:\n  permissions:\n'],
    [
      'comments and empty lines',
      '- type: a\n\n# one: 1\n      # two\n  permissions:\n\n    - b\n  # three\n',
    ],
    ['blanks at line ends', '-   type:   a b  \n    permissions:  \n      -   c  \n'],
    ['no line feed at the end', '- type: a'],
    ['a key twice', '- type: a\n  type: b\n'],
    ['letters beyond ASCII', '- friendlyName: Größe 中文\n'],
    ['signs in a word', "- identity: it's+me_[1]@example.com, {or} -not- & *all*\n"],
  ])('is read as the parser reads it: %s', (_, text) => {
    const { node, duplicateKeys } = parsed(text);
    const plain = plainEntry(text);
    expect(plain).toEqual(node);
    expect(repeatedKeys(plain?.pairs ?? [])).toEqual(duplicateKeys);
  });

  it('is what big files are made of', () => {
    const entries = bigFile({ roles: 30, users: 1 }).split(/^(?= {2}- |\S)/m);
    const dashed = entries.filter((entry) => entry.startsWith('  - friendlyName'));
    expect(dashed).toHaveLength(30);
    // The first has an alias.
    expect(dashed.filter((entry) => !plainEntry(entry))).toEqual([dashed[0]]);
  });
});

describe('an entry that is left to the parser', () => {
  it.each([
    ['quotes', '- type: "a"\n'],
    ['a list in brackets', '- permissions: [a]\n'],
    ['an anchor', '- permissions: &x\n    - a\n'],
    ['an alias', '- permissions: *x\n'],
    ['a colon in a word', '- type: a:b\n'],
    ['a comment after a word', '- type: a # b\n'],
    ['a word over two lines', '- type: a\n    b\n'],
    ['an item that is deeper', '- permissions:\n    - a\n      - b\n'],
    ['a list after a word', '- type: a\n  - b\n'],
    ['a key that is deeper', '- type: a\n   permissions: b\n'],
    ['a tab', '- type:\ta\n'],
    ['carriage returns', '- type: a\r\n'],
    ['a key that is not of the format', '- name: a\n'],
    ['nothing after the dash', '-\n  type: a\n'],
  ])('%s', (_, text) => {
    expect(plainEntry(text)).toBeUndefined();
  });
});

it('says what the parser says, or nothing', () => {
  const part = fc.constantFrom(
    ...[
      '- ',
      '-',
      '  ',
      '    ',
      ' ',
      '\n',
      '\n  ',
      '\n    ',
      '\n  - ',
      '\n    - ',
      'a',
      'Ab 1',
      'type',
      'null',
      '~',
    ],
    ...[
      ':',
      ': ',
      ':\n',
      '#',
      ' # x',
      '&x ',
      '*x',
      '!t ',
      '|\n',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '?',
      '? ',
      '%',
      '@',
    ],
    ...[
      '\t',
      '\r\n',
      '\0',
      '\u0085',
      '\u00a0',
      '\u2028',
      '\ufeff',
      '\ud83d',
      'é',
      '---',
      '...',
      '<<',
      'type: a\n  ',
      'permissions:\n    - ',
    ],
  );
  const text = fc.array(part, { maxLength: 14 }).map((parts) => `- type: a\n  ${parts.join('')}`);
  const mangled = fc
    .tuple(fc.nat(180), fc.nat(3), part)
    .map(([at, gone, put]) => role.slice(0, at) + put + role.slice(at + gone));
  fc.assert(
    fc.property(fc.oneof(text, mangled), (entry) => {
      const plain = plainEntry(entry);
      if (!plain) return;
      const { node, error, duplicateKeys } = parsed(entry);
      expect(error).toBeUndefined();
      expect(plain).toEqual(node);
      expect(repeatedKeys(plain.pairs)).toEqual(duplicateKeys);
    }),
    { numRuns: 3000 },
  );
});

const role = `  - friendlyName: Role 12
    type: conversation
    sid: RL11111111111111111111111111111111
    permissions:
      - sendMessage

      # Asked for by legal.
      - leaveConversation
`;
