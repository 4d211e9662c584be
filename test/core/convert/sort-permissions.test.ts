import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../core/src';
import { applyEdits } from '../../../core/src/convert/apply-edits';
import { sortPermissions } from '../../../core/src/convert/sort-permissions';

function sorted(text: string): string {
  return applyEdits(text, sortPermissions(parseDocument(text)));
}

function role(permissions: string): string {
  return `roles:
  - friendlyName: Customer
    type: conversation
    permissions:${permissions}
    # after the list
    x-note: 1
`;
}

describe('sortPermissions', () => {
  it('moves an item with the comments above it and beside it', () => {
    const before = role(`
      - sendMessage # the point of it all
      # to clean up
      # after oneself
      - deleteOwnMessage
      - "editOwnMessage"`);
    const after = role(`
      # to clean up
      # after oneself
      - deleteOwnMessage
      - "editOwnMessage"
      - sendMessage # the point of it all`);
    expect(sorted(before)).toBe(after);
    expect(sorted(after)).toBe(after);
  });

  it('sorts in brackets, over one line or several', () => {
    expect(sorted(role(' [sendMessage, leaveConversation,\n      addParticipant]'))).toBe(
      role(' [addParticipant, leaveConversation,\n      sendMessage]'),
    );
  });

  it('puts aliases last, in their order', () => {
    const anchors = 'x-a: &a [sendMessage]\nx-b: &b [editOwnMessage]\n';
    expect(
      sorted(anchors + role('\n      - *b\n      - leaveConversation\n      - *a\n      - addParticipant')),
    ).toBe(anchors + role('\n      - addParticipant\n      - leaveConversation\n      - *b\n      - *a'));
  });

  it('sorts the lists that anchors keep, and no other list', () => {
    expect(sorted('x-a: &a [sendMessage, leaveConversation]\nx-b: [b, a]\nroles: []\n')).toBe(
      'x-a: &a [leaveConversation, sendMessage]\nx-b: [b, a]\nroles: []\n',
    );
  });

  it('keeps CRLF line ends', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(sorted(crlf(role('\n      - b # two\n      - a')))).toBe(
      crlf(role('\n      - a\n      - b # two')),
    );
  });

  it('ends a file without a last line end as it was', () => {
    const head = 'roles:\n  - permissions:\n';
    expect(sorted(`${head}      - b\n      - a`)).toBe(`${head}      - a\n      - b`);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(sorted(crlf(`${head}      - b\n      - a`))).toBe(crlf(`${head}      - a\n      - b`));
  });

  it.each([
    ['a comment that may be about the whole list', '\n      # what customers may do\n      - b\n      - a'],
    ['groups', '\n      - b\n\n      - a'],
    ['comments in brackets', ' [b, # two\n      a]'],
    ['lists in the list', '\n      - [c]\n      - a'],
    ['anchors', '\n      - &b b\n      - a'],
    ['items over several lines', '\n      - "b\n        c"\n      - a'],
  ])('leaves %s alone', (_, permissions) => {
    expect(sorted(role(permissions))).toBe(role(permissions));
  });
});
