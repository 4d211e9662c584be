import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../core/src';
import { applyEdits } from '../../../core/src/convert/apply-edits';
import { convertToConversations } from '../../../core/src/convert/convert-to-conversations';
import { complaints } from '../../support/fixed';

function converted(text: string): string {
  return applyEdits(text, convertToConversations(parseDocument(text)));
}

describe('convertToConversations', () => {
  it('changes product, types and permissions, and keeps everything else', () => {
    const chat = `# Roles of the shop
product: chat   # for now
service: IS11111111111111111111111111111111

x-team: &team
  - addMember       # brings a colleague in
  - editChannelName
x-notes: [addMember, joinChannel]

roles:
  - friendlyName: channel admin   # the name stays
    type: channel
    permissions:
      - *team
      - inviteMember   # nobody used it
      # the owner may close it
      - destroyChannel
      - sendMessage
  - {friendlyName: "user", type: 'deployment', permissions: [joinChannel, inviteMember, createChannel]}
  - friendlyName: guest
    type: deployment
    permissions: [joinChannel, inviteMember] # few
defaults:
  user: guest
  creator: channel admin
`;
    const conversations = `# Roles of the shop
product: conversations   # for now
service: IS11111111111111111111111111111111

x-team: &team
  - addParticipant       # brings a colleague in
  - editConversationName
x-notes: [addMember, joinChannel]

roles:
  - friendlyName: channel admin   # the name stays
    type: conversation
    permissions:
      - *team
      # inviteMember: no counterpart in Conversations   # nobody used it
      # the owner may close it
      - deleteConversation
      - sendMessage
  - {friendlyName: "user", type: 'service', permissions: [joinConversation, createConversation]} # inviteMember: no counterpart in Conversations
  - friendlyName: guest
    type: service
    permissions: [joinConversation] # few # inviteMember: no counterpart in Conversations
defaults:
  user: guest
  creator: channel admin
`;
    expect(converted(chat)).toBe(conversations);
    expect(complaints(chat)).toEqual([]);
    expect(complaints(conversations)).toEqual([]);
  });

  it('does not give a permission twice', () => {
    const mixed = `roles:
  - friendlyName: A
    type: conversation
    permissions:
      - addMember
      - addParticipant
  - friendlyName: B
    type: conversation
    permissions: [addMember, addParticipant, leaveChannel]
`;
    expect(converted(mixed)).toBe(`roles:
  - friendlyName: A
    type: conversation
    permissions:
      # addMember: the same as addParticipant
      - addParticipant
  - friendlyName: B
    type: conversation
    permissions: [addParticipant, leaveConversation] # addMember: the same as addParticipant
`);
  });

  it('knows what the API of Chat calls a default', () => {
    const chat = `product: chat
defaults:
  DefaultServiceRoleSid: Guest
  DefaultChannelRoleSid: Customer
`;
    expect(converted(chat)).toBe(`product: conversations
defaults:
  user: Guest
  participant: Customer
`);
  });

  it('drops from both ends of a list, and all of it', () => {
    const chat = (list: string) =>
      `product: chat\nroles:\n  - friendlyName: A\n    type: channel\n    permissions: ${list}\n`;
    const rest = (list: string) => converted(chat(list)).split('\n').at(-2);
    const comment = '# inviteMember: no counterpart in Conversations';
    expect(rest('[inviteMember, sendMessage, inviteMember]')).toBe(
      `    permissions: [sendMessage] ${comment} ${comment}`,
    );
    expect(rest('[inviteMember]')).toBe(`    permissions: [] ${comment}`);
    expect(rest('[sendMessage, inviteMember, inviteMember]')).toBe(
      `    permissions: [sendMessage] ${comment} ${comment}`,
    );
  });

  it('drops from a list of several lines, with comments or without', () => {
    const chat = `product: chat
roles:
  - friendlyName: A
    type: channel
    permissions: [ # what customers may do
      sendMessage, inviteMember, # no twin
      # and more
      inviteMember, # none either
      "inviteMember",
      leaveChannel, inviteMember # here
      , inviteMember
      ] # that is all
  - friendlyName: B
    type: channel
    permissions: [
      sendMessage,
      inviteMember
      ]
`;
    const conversations = `product: conversations
roles:
  - friendlyName: A
    type: conversation
    permissions: [ # what customers may do
      sendMessage, # no twin
      # and more
      # inviteMember: no counterpart in Conversations # none either
      # "inviteMember": no counterpart in Conversations
      leaveConversation # here
      ${''}
      ] # that is all # inviteMember: no counterpart in Conversations # inviteMember: no counterpart in Conversations # inviteMember: no counterpart in Conversations
  - friendlyName: B
    type: conversation
    permissions: [
      sendMessage,
      # inviteMember: no counterpart in Conversations
      ]
`;
    expect(converted(chat)).toBe(conversations);
    expect(complaints(conversations)).toEqual([]);
  });

  it('puts a comment after the line, wherever on it the list is', () => {
    const chat = `{ product: chat, roles: [{ friendlyName: A, type: channel, permissions: [inviteMember, sendMessage] },
  { friendlyName: B, type: channel, permissions: [leaveChannel] }] }
`;
    const conversations = `{ product: conversations, roles: [{ friendlyName: A, type: conversation, permissions: [sendMessage] }, # inviteMember: no counterpart in Conversations
  { friendlyName: B, type: conversation, permissions: [leaveConversation] }] }
`;
    expect(converted(chat)).toBe(conversations);
    expect(complaints(conversations)).toEqual([]);
  });

  it('leaves JSON as JSON', () => {
    const chat =
      '{"product":"chat","roles":[{"friendlyName":"A","type":"channel","permissions":["leaveChannel"]}],"defaults":{"DefaultChannelRoleSid":"A"}}';
    expect(JSON.parse(converted(chat))).toEqual({
      product: 'conversations',
      roles: [{ friendlyName: 'A', type: 'conversation', permissions: ['leaveConversation'] }],
      defaults: { participant: 'A' },
    });
  });

  it('has nothing to do in a file of Conversations, nor the second time', () => {
    const text = `roles:\n  - friendlyName: A\n    type: conversation\n    permissions: [sendMessage]\n`;
    expect(convertToConversations(parseDocument(text))).toEqual([]);
    const once = converted(text.replace('type: conversation', 'type: channel'));
    expect(converted(once)).toBe(once);
  });
});
