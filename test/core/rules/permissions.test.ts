import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('permissions', () => {
  it('one finding for each permission, whatever is wrong with it', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: conversation
    permissions:
      - sendMesage
#       ^^^^^^^^^^ unknown-permission: Unknown permission "sendMesage"; did you mean "sendMessage"?
      - send_message
#       ^^^^^^^^^^^^ unknown-permission: Unknown permission "send_message"; did you mean "sendMessage"?
      - SendMediaMessage
#       ^^^^^^^^^^^^^^^^ unknown-permission: Unknown permission "SendMediaMessage"; did you mean "sendMediaMessage"?
      - joinConversation
#       ^^^^^^^^^^^^^^^^ permission-out-of-scope: "joinConversation" works only in roles of type "service", and this one is of type "conversation"; give it in such a role
      - leaveChannel
#       ^^^^^^^^^^^^ wrong-product: "leaveChannel" is a permission of Chat; write "leaveConversation" in a file for Conversations
      - inviteMember
#       ^^^^^^^^^^^^ wrong-product: "inviteMember" is a permission of Chat; it has no counterpart in Conversations, so remove it
      - addMembr
#       ^^^^^^^^ unknown-permission: Unknown permission "addMembr"; did you mean "addParticipant"?
      - editNotificationLevel
#       ^^^^^^^^^^^^^^^^^^^^^ undocumented-permission: "editNotificationLevel" is not on the role page of Conversations (2026-11-21), though it has been seen to work; try it before you rely on it
      - editOwnUserInfo
#       ^^^^^^^^^^^^^^^ doubtful-permission: "editOwnUserInfo" is documented, but the API has refused it in roles of type "conversation" (50104); give it in a role of type "service"
      - editMessage
#       ^^^^^^^^^^^ unknown-permission: Unknown permission "editMessage"; remove it, or correct its name
      - sendMessage
      - sendMessage
#       ^^^^^^^^^^^ duplicate-permission: "sendMessage" is already in this role; remove one of the two
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('several in one item', () => {
    const fixture = `
x-both: &both ['sendMessage, leaveConversation']
roles:
  - friendlyName: A
    type: conversation
    permissions:
      - sendMessage, a
#       ^^^^^^^^^^^^^^ unknown-permission: Unknown permission "sendMessage, a"; give each permission an item of its own
      - leaveConversation
#       ^^^^^^^^^^^^^^^^^ unknown-permission: Unknown permission "leaveConversation - addParticipant"; give each permission an item of its own
        - addParticipant
      - *both
#       ^^^^^ unknown-permission: Unknown permission "sendMessage, leaveConversation" (from *both); give each permission an item of its own
      - send-message,
#       ^^^^^^^^^^^^^ unknown-permission: Unknown permission "send-message,"; did you mean "sendMessage"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a role whose type is not known may hold what any role may', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: convo
#         ^^^^^ unknown-role-type: Unknown role type "convo"; write "conversation" or "service"
    permissions: [sendMessage, joinConversation, editOwnUserInfo, leaveChannel, sendMesage]
#                                                                 ^^^^^^^^^^^^ wrong-product: "leaveChannel" is a permission of Chat; write "leaveConversation" in a file for Conversations
#                                                                               ^^^^^^^^^^ unknown-permission: Unknown permission "sendMesage"; did you mean "sendMessage"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a role of a Chat type speaks for itself', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: channel
#         ^^^^^^^ wrong-product: "channel" is a role type of Chat; write "conversation" in a file for Conversations
    permissions: [addMember, addParticipant, joinChannel, joinConversation]
#                                            ^^^^^^^^^^^ permission-out-of-scope: "joinChannel" works only in roles of type "deployment", and this one is of type "channel"; give it in such a role
#                                                         ^^^^^^^^^^^^^^^^ permission-out-of-scope: "joinConversation" works only in roles of type "service", and this one is of type "channel"; give it in such a role
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a Chat file', () => {
    const fixture = `
product: chat
roles:
  - friendlyName: A
    type: channel
    permissions: [sendMessage, addParticipant, joinChannel, editOwnUserInfo]
#                              ^^^^^^^^^^^^^^ wrong-product: "addParticipant" is a permission of Conversations; write "addMember" in a file for Chat
#                                              ^^^^^^^^^^^ permission-out-of-scope: "joinChannel" works only in roles of type "deployment", and this one is of type "channel"; give it in such a role
#                                                           ^^^^^^^^^^^^^^^ doubtful-permission: "editOwnUserInfo" is documented, but the API has refused it in roles of type "channel" (50104); give it in a role of type "deployment"
  - friendlyName: B
    type: service
#         ^^^^^^^ wrong-product: "service" is a role type of Conversations; write "deployment" in a file for Chat
    permissions: [createChannel, createConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('what comes in by an alias', () => {
    const fixture = `
x-base: &base [sendMesage, leaveConversation]
roles:
  - friendlyName: A
    type: conversation
    permissions: *base
#                ^^^^^ unknown-permission: Unknown permission "sendMesage" (from *base); did you mean "sendMessage"?
  - friendlyName: B
    type: conversation
    permissions: [leaveConversation, *base]
#                                    ^^^^^ unknown-permission: Unknown permission "sendMesage" (from *base); did you mean "sendMessage"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a default that everyone gets', () => {
    const fixture = `
x-moderation: &moderation [deleteAnyMessage, editAnyMessage]
roles:
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage, *moderation]
  - friendlyName: Agent
    type: service
    permissions: [joinConversation, removeParticipant]
defaults:
  user: Agent
#       ^^^^^ privileged-default: Every user who is added to the service gets "Agent", and with it power over others ("removeParticipant"); give such permissions in a role that is assigned on purpose
  participant: Supervisor
#              ^^^^^^^^^^ privileged-default: Every participant who is added to a conversation gets "Supervisor", and with it power over others ("deleteAnyMessage" and "editAnyMessage"); give such permissions in a role that is assigned on purpose
  creator: Supervisor
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
