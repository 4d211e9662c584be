import { expect, it } from 'vitest';
import { editDocument, parseDocument, type RolesDocument } from '../../../core/src';

const text = `x-word: &word sendMessage
x-list: &list [*word]
x-later: &word deleteAnyMessage
roles:
  - friendlyName: A
    type: conversation
    permissions: *list
`;

const granted = ({ roles }: RolesDocument) =>
  roles.map(({ entry }) => entry.permissions?.items.map(({ value }) => value));

it('an alias inside of what another one stands for means the anchor above itself', () => {
  expect(granted(parseDocument(text))).toEqual([['sendMessage']]);
});

it('and follows an edit of that anchor', () => {
  const start = text.indexOf('sendMessage');
  const edit = { start, end: start + 'sendMessage'.length, newText: 'leaveConversation' };
  expect(granted(editDocument(parseDocument(text), [edit]))).toEqual([['leaveConversation']]);
});
