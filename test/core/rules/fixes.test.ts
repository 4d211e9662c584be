import { describe, expect, it } from 'vitest';
import { applyEdits, check, parseDocument, type RuleId } from '../../../core/src';
import { fixAll } from '../../../core/src/language/fix-all';
import { complaints, fixed } from '../../support/fixed';

/** A role around a list of permissions, so that each case shows what it is about. */
function customer(permissions: string, type = 'conversation'): string {
  return `roles:
  - friendlyName: Customer
    type: ${type}
    permissions:${permissions}
`;
}

const cases: readonly (readonly [RuleId, string, string, string])[] = [
  [
    'unknown-permission',
    'Change to "sendMessage"',
    customer(' [ "send_message" ] # quoted'),
    customer(' [ "sendMessage" ] # quoted'),
  ],
  [
    'unknown-permission',
    'Make each an item',
    customer('\n      - sendMessage, leaveConversation # both'),
    customer('\n      - sendMessage\n      - leaveConversation # both'),
  ],
  [
    'unknown-permission',
    'Make each an item',
    customer('\n      - sendMessage\n        - leaveConversation\n          - addParticipant'),
    customer('\n      - sendMessage\n      - leaveConversation\n      - addParticipant'),
  ],
  [
    'unknown-permission',
    'Make each an item',
    customer(' [ "sendMessage, leaveConversation", addParticipant ]'),
    customer(' [ sendMessage, leaveConversation, addParticipant ]'),
  ],
  [
    'wrong-product',
    'Change to "leaveConversation"',
    customer('\n      - leaveChannel # goes away'),
    customer('\n      - leaveConversation # goes away'),
  ],
  [
    'duplicate-permission',
    'Remove "sendMessage"',
    customer('\n      - sendMessage\n      - sendMessage # again\n      - leaveConversation'),
    customer('\n      - sendMessage\n      - leaveConversation'),
  ],
  [
    'duplicate-permission',
    'Remove "sendMessage"',
    customer(' [sendMessage, leaveConversation, sendMessage]'),
    customer(' [sendMessage, leaveConversation]'),
  ],
  [
    'duplicate-permission',
    'Remove "sendMessage"',
    customer(' [sendMessage, sendMessage, leaveConversation]'),
    customer(' [sendMessage, leaveConversation]'),
  ],
  [
    'permission-out-of-scope',
    'Change the role\'s type to "service"',
    customer(' [joinConversation, editAnyMessage]'),
    customer(' [joinConversation, editAnyMessage]', 'service'),
  ],
  [
    'permission-out-of-scope',
    'Remove "joinConversation"',
    customer('\n      - joinConversation\n      - sendMessage'),
    customer('\n      - sendMessage'),
  ],
  [
    'wrong-value',
    'Make it a list',
    customer(' sendMessage, leaveConversation'),
    customer(' [sendMessage, leaveConversation]'),
  ],
  [
    'unknown-key',
    'Change to "friendlyName"',
    customer(' [sendMessage]').replace('friendlyName', 'friendly_name'),
    customer(' [sendMessage]'),
  ],
  [
    'missing-key',
    'Add "type: service"',
    'roles:\n  - permissions: [joinConversation]\n    friendlyName: Customer\n',
    'roles:\n  - type: service\n    permissions: [joinConversation]\n    friendlyName: Customer\n',
  ],
  [
    'missing-key',
    'Add "type: conversation"',
    'roles: [{ friendlyName: Customer, permissions: [sendMessage] }]\n',
    'roles: [{ friendlyName: Customer, type: conversation, permissions: [sendMessage] }]\n',
  ],
  [
    'unknown-role-type',
    'Change to "conversation"',
    customer(' [sendMessage]', 'convo'),
    customer(' [sendMessage]'),
  ],
  ['unused-anchor', 'Remove the anchor', customer(' &all  [sendMessage]'), customer(' [sendMessage]')],
  [
    'wrong-product',
    'Say that the file is for Chat',
    `# Ours\n${customer(' [sendMessage, leaveChannel]', 'channel')}`,
    `# Ours\nproduct: chat\n${customer(' [sendMessage, leaveChannel]', 'channel')}`,
  ],
  [
    'wrong-product',
    'Say that the file is for Chat',
    `product: # which?\n${customer(' [sendMessage, leaveChannel]', 'channel')}`,
    `product: chat # which?\n${customer(' [sendMessage, leaveChannel]', 'channel')}`,
  ],
  [
    'wrong-product',
    'Convert the whole file to Conversations',
    `product: chat\n${customer(' [sendMessage, leaveConversation]', 'channel')}`,
    `product: conversations\n${customer(' [sendMessage, leaveConversation]')}`,
  ],
  [
    'identity-like-sid',
    'Make it the "sid"',
    'users:\n  - identity: US11111111111111111111111111111111\n',
    'users:\n  - sid: US11111111111111111111111111111111\n',
  ],
];

describe('a fix', () => {
  it.each(cases)('of %s: %s', (rule, title, before, after) => {
    expect(fixed(before, rule, title)).toBe(after);
    expect(complaints(after)).toEqual([]);
  });

  it('leaves JSON as JSON', () => {
    const before =
      '{"roles":[{"friendly_name":"A","type":"convo","permissions":["sendMesage"]}],"users":[{"identity":"US11111111111111111111111111111111"}]}';
    const document = parseDocument(before);
    expect(JSON.parse(applyEdits(before, fixAll(document, check(document))))).toEqual({
      roles: [{ friendlyName: 'A', type: 'convo', permissions: ['sendMessage'] }],
      users: [{ sid: 'US11111111111111111111111111111111' }],
    });
    expect(fixed(before, 'unknown-role-type', 'Change to "conversation"')).toContain('"type":"conversation"');
  });

  it('keeps single quotes', () => {
    const users = (role: string) =>
      `roles:\n  - friendlyName: Alice's\n    type: service\n    permissions: [joinConversation]\nusers:\n  - { 'identity':'a', 'role':${role} }\n`;
    expect(fixed(users("'Alices'"), 'unknown-role', 'Change to "Alice\'s"')).toBe(users("'Alice''s'"));
  });

  it('is not offered where the text is elsewhere, behind an alias', () => {
    const [problem] = check(parseDocument(`x-all: &all [sendMesage]\n${customer(' *all')}`));
    expect(problem?.message).toContain('from *all');
    expect(problem?.fixes).toEqual([]);
  });

  it.each([
    '\n      - joinConversation\n      - &x sendMessage',
    '\n      - joinConversation\n      - &x joinConversation',
    ' [&x sendMessage, joinConversation]',
    ' [joinConversation, &x joinConversation]',
  ])('takes nothing away that has an anchor, as others may use it: %#', (list) => {
    const other = '  - friendlyName: Guest\n    type: service\n    permissions: [joinConversation, *x]\n';
    const text = customer(list, 'service') + other;
    const titles = check(parseDocument(text)).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
    expect(titles.filter((title) => title.startsWith('Remove'))).toEqual([]);
  });

  it('is preferred where one thing can have been meant', () => {
    const [problem] = check(parseDocument(customer(' [sendMesage]')));
    expect(problem?.fixes?.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Change to "sendMessage"', true],
    ]);
  });

  it('is not preferred where two roles are equally near', () => {
    const roles = ['Agents', 'Agentz'].map(
      (name) => `  - friendlyName: ${name}\n    type: service\n    permissions: [joinConversation]\n`,
    );
    const text = `roles:\n${roles.join('')}users:\n  - identity: a\n    role: Agent\n`;
    const [problem] = check(parseDocument(text));
    expect(problem?.fixes?.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Change to "Agents"', undefined],
      ['Change to "Agentz"', undefined],
    ]);
  });
});
