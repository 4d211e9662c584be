import { expect, it } from 'vitest';
import { check, parseDocument } from '../../../core/src';

it.each([
  ['a list', '  - friendlyName: A\n    type: conversation\n    permissions:\t[sendMessage]\n'],
  ['an entry', '  -\t{ friendlyName: A, type: conversation, permissions: [sendMessage] }\n'],
  [
    'a list after blanks of both kinds',
    '  - friendlyName: A\n    type: conversation\n    permissions: \t [sendMessage]\n',
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
