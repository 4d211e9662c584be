import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('what a value looks like', () => {
  it('a role that is a word, and a healthy one after it', () => {
    const fixture = `
roles:
  - Supervisor
#   ^^^^^^^^^^ wrong-value: This role is a single value; begin it with "- friendlyName:"
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('an entry that is only a dash', () => {
    const fixture = `
roles:
  -
# ^ wrong-value: This role is empty; begin it with "- friendlyName:"
users:
  - bob
#   ^^^ wrong-value: This user is a single value; begin it with "- identity:"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('permissions that are no list', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: service
    permissions:
      joinConversation: true
#     ^^^^^^^^^^^^^^^^^^^^^^ wrong-value: "permissions" is a mapping; write a list, each permission after a "-"
  - friendlyName: B
    type: service
    permissions: joinConversation, editOwnMessage
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-value: "permissions" is a single value; write a list, each permission after a "-"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('items that are no permission', () => {
    const fixture = `
roles:
  - friendlyName: B
    type: service
    permissions:
      - joinConversation: true
#       ^^^^^^^^^^^^^^^^^^^^^^ wrong-value: A permission is a single word; write it after the "-", without a ":"
      -
#      ^ wrong-value: Empty item; write a permission, or remove the "-"
      - [editOwnUserInfo, [editOwnMessage]]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('empty sections are fine, empty values are not', () => {
    const fixture = `
product:
^^^^^^^ wrong-value: "product" has no value; write "conversations" or "chat", or leave the key out
roles:
users:
defaults:
service:
^^^^^^^ wrong-value: "service" has no value; write an IS SID or "default", or leave the key out
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('lists that are something else', () => {
    const fixture = `
roles:
  Supervisor:
# ^^^^^^^^^^^ wrong-value: "roles" is a mapping; write a list, each role beginning with "- friendlyName:"
    type: service
users: none
#      ^^^^ wrong-value: "users" is a single value; write a list, each user beginning with "- identity:"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('defaults and services that are lists', () => {
    const fixture = `
defaults: [Agent]
#         ^^^^^^^ wrong-value: "defaults" is a list; write "user", "participant" or "creator" with a role after it
services:
  - IS11111111111111111111111111111111
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-value: "services" is a list; write a name for each service and its SID after it, as in "staging: IS…"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a type that is empty, a list, or spelt otherwise', () => {
    const fixture = `
roles:
  - friendlyName: A
    type:
#   ^^^^ wrong-value: "type" has no value; write the role's type, a single word
    permissions: [joinConversation]
  - friendlyName: B
    type: [service]
#         ^^^^^^^^^ wrong-value: "type" is a list; write the role's type, a single word
    permissions: [joinConversation]
  - friendlyName: C
    type: Service
#         ^^^^^^^ unknown-role-type: Unknown role type "Service"; did you mean "service"?
    permissions: [joinConversation]
  - friendlyName: D
    type: chanel
#         ^^^^^^ unknown-role-type: Unknown role type "chanel"; did you mean "conversation"?
    permissions: [sendMessage]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('empty permissions and empty names', () => {
    const fixture = `
roles:
  - friendlyName:
#   ^^^^^^^^^^^^ empty-name: "friendlyName" is empty; write 1 character or more
    type: service
    permissions:
#   ^^^^^^^^^^^ empty-permissions: A role needs at least one permission; add one, or remove the role
  - friendlyName: "  "
#                 ^^^^ empty-name: "friendlyName" is empty; write 1 character or more
    type: service
    permissions: []
#                ^^ empty-permissions: A role needs at least one permission; add one, or remove the role
    renamedFrom: ~
#   ^^^^^^^^^^^ empty-name: "renamedFrom" is empty; write a name or leave the key out
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('halves of characters, which no request can say; pairs of them are fine', () => {
    const fixture = `
x-half: &half "\\ud800"
roles:
  - friendlyName: "Agent \\ud800"
#                 ^^^^^^^^^^^^^^ wrong-value: Half of a character, "\\ud800", can't be sent to Twilio; write the whole character, or none
    renamedFrom: "\\udc00"
#                ^^^^^^^^ wrong-value: Half of a character, "\\udc00", can't be sent to Twilio; write the whole character, or none
    type: service
    permissions: [joinConversation]
users:
  - identity: "\\ude42\\ud83d"
#             ^^^^^^^^^^^^^^ wrong-value: Half of a character, "\\ude42", can't be sent to Twilio; write the whole character, or none
    friendlyName: "\\ud83d"
#                 ^^^^^^^^ wrong-value: Half of a character, "\\ud83d", can't be sent to Twilio; write the whole character, or none
    attributes: "{ \\"a\\": \\"\\ud83d\\" }"
#               ^^^^^^^^^^^^^^^^^^^^^^^ wrong-value: Half of a character, "\\ud83d", can't be sent to Twilio; write the whole character, or none
  - identity: *half
#             ^^^^^ wrong-value: Half of a character, "\\ud800", can't be sent to Twilio; write the whole character, or none
    friendlyName: A
  - identity: "\\ud83d\\ude42"
    attributes: { a: "\\ud83d" }
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a file that is only a word', () => {
    const fixture = `
# twilio-roles
rol
^^^ wrong-value: The file is a single value; begin it with a key such as "roles:"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('numbers and booleans are names like others', () => {
    const fixture = `
roles:
  - friendlyName: 404
    type: service
    permissions: [joinConversation]
users:
  - identity: 12
    role: 404
    friendlyName: true
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
