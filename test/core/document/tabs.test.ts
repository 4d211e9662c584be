import { expect, it } from 'vitest';
import { check, parseDocument } from '../../../core/src';

it.each([
  ['a list', '  - friendlyName: A\n    type: conversation\n    permissions:\t[sendMessage]\n'],
  ['an entry', '  -\t{ friendlyName: A, type: conversation, permissions: [sendMessage] }\n'],
  [
    'a list after blanks of both kinds',
    '  - friendlyName: A\n    type: conversation\n    permissions: \t [sendMessage]\n',
  ],
  [
    'a list and inside of it',
    '  - friendlyName: A\n    type: conversation\n    permissions: [\tsendMessage\t,\t"leaveConversation"\t]\n',
  ],
  [
    'an entry and inside of it',
    '  - {\tfriendlyName:\tA, \ttype: conversation, permissions: [sendMessage]\t}\n',
  ],
])('a tab may stand before the bracket of %s, as YAML has it', (_, entry) => {
  const document = parseDocument(`roles:\n${entry}`);
  expect(check(document)).toEqual([]);
  const [item] = document.roles[0]?.entry.permissions?.items ?? [];
  expect(item?.value).toBe('sendMessage');
  expect(entry.slice(item?.start, item?.end)).toBe('sendMessage');
});

it('a tab inside of quotes stays what it is', () => {
  const text =
    'roles:\n  - friendlyName: "A:\t[b]"\n    type: conversation\n    permissions:\t[sendMessage]\n';
  expect(parseDocument(text).roles[0]?.entry.friendlyName?.value).toBe('A:\t[b]');
});

it.each([
  ['# twilio-roles\nroles:\n\t- x\n'],
  ['\n\n# one\n# two\nproduct: chat\nroles:\n  \t- friendlyName: x\n'],
  ['roles:\n\n\t# c\n\t- x\n'],
])('a tab that indents is what is said of %j, and not the comment above', (text) => {
  const [problem, ...others] = check(parseDocument(text));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ message: "A tab can't indent YAML; write spaces" });
  expect(text.slice(problem?.start)).toMatch(/^ *\t- /);
});

it("what is said of a file that begins with a comment is said of the line that doesn't fit", () => {
  const text = '# ours\nproduct: chat\n service: default\n';
  expect(check(parseDocument(text)).map(({ start, message }) => [text.slice(start), message])).toEqual([
    [
      'service: default\n',
      'The indentation of this line fits nothing above it; line it up with what it belongs to',
    ],
  ]);
});

it('a tab between a dash and a key is refused, as YAML has it', () => {
  expect(check(parseDocument('roles:\n  -\tfriendlyName: A\n    type: service\n'))).not.toEqual([]);
});
