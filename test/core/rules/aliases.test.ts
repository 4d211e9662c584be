import { describe, expect, it } from 'vitest';
import { check, parseDocument } from '../../../core/src';
import { redrawn } from '../../support/carets';

describe('a value that is an alias', () => {
  it('is judged as what it stands for, where it stands', () => {
    const fixture = `
x-product: &product chatt
x-chat: &chat channel
x-bogus: &bogus bogus
x-name: &name "${'a'.repeat(65)}"
x-nothing: &nothing
x-none: &none []
product: *product
#        ^^^^^^^^ wrong-value: Unknown product "chatt"; did you mean "chat"?
roles:
  - friendlyName: A
    type: *chat
#         ^^^^^ wrong-product: "channel" is a role type of Chat; write "conversation" in a file for Conversations
    permissions: [sendMessage]
  - friendlyName: *name
#                 ^^^^^ name-too-long: "friendlyName" has 65 characters; shorten it to 64 or fewer
    type: *bogus
#         ^^^^^^ unknown-role-type: Unknown role type "bogus"; write "conversation" or "service"
    permissions: *none
#                ^^^^^ empty-permissions: A role needs at least one permission; add one, or remove the role
  - friendlyName: *nothing
#                 ^^^^^^^^ empty-name: "friendlyName" is empty; write 1 character or more
    type: service
    permissions: [[], *none]
#                ^^^^^^^^^^^ empty-permissions: A role needs at least one permission; add one, or remove the role
users:
  - identity: &identity { name: alice }
#                       ^^^^^^^^^^^^^^^ wrong-value: "identity" is a mapping; write the user's identity
    friendlyName: Alice
  - identity: *identity
#             ^^^^^^^^^ wrong-value: "identity" is a mapping; write the user's identity
    friendlyName: Alice
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('is not written over', () => {
    const text = 'x-product: &product chatt\nproduct: *product\n';
    expect(check(parseDocument(text)).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is judged inside of lists and mappings, too', () => {
    const fixture = `
product: chat
x-sid: &sid IS1111
x-words: &words { a: sendMessage }
x-list: &list [~, { b: leaveChannel }, sendMessage]
services:
  staging: *sid
#          ^^^^ malformed-sid: "IS1111" is no service SID or "default": it takes "IS" and 32 of 0-9 and a-f; copy the service's SID again
  production: *list
# ^^^^^^^^^^ wrong-value: No SID for "production"; write an IS SID or "default"
roles:
  - friendlyName: A
    type: channel
    sid: { staging: *sid }
#                   ^^^^ malformed-sid: "IS1111" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role's SID again
    permissions: [sendMessage, *words, *list]
#                              ^^^^^^ wrong-value: A permission is a single word; write it after the "-", without a ":"
#                                      ^^^^^ wrong-value: Empty item; write a permission, or remove the "-"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('is no place for roles and users', () => {
    const fixture = `
x-roles: &list
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
x-users: &people
  - identity: alice
    role: Agent
roles: *list
#      ^^^^^ wrong-value: "roles" is an alias; write a list, each role beginning with "- friendlyName:"
users: *people
#      ^^^^^^^ wrong-value: "users" is an alias; write a list, each user beginning with "- identity:"
defaults:
  user: Agent
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});

describe('an entry that is an alias', () => {
  it('is judged as what it stands for, one thing of a kind', () => {
    const fixture = `
x-role: &role
  friendly_name: A
  typ: conversation
  sid: RL1
  permissions: sendMessage
x-list: &list [sendMessage]
x-user: &user { friendlyName: Alice }
roles:
  - *role
#   ^^^^^ malformed-sid: "RL1" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role's SID again
#   ^^^^^ unknown-key: Unknown key "friendly_name" in a role; did you mean "friendlyName"?
#   ^^^^^ wrong-value: "permissions" is a single value; write a list, each permission after a "-"
  - *list
#   ^^^^^ wrong-value: This role is a list; begin it with "- friendlyName:"
users:
  - *user
#   ^^^^^ missing-key: Missing "identity" or "sid" in a user; write the one that the user is known by
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('and so are defaults and services', () => {
    const fixture = `
x-defaults: &defaults { usr: Agent }
x-staging: &staging { sid: IS11111111111111111111111111111111, region: ie1 }
services:
  staging: *staging
#          ^^^^^^^^ missing-key: Missing "edge" beside "region"; write both or neither
defaults: *defaults
#         ^^^^^^^^^ unknown-key: Unknown key "usr" in "defaults"; did you mean "user"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});

describe('a list that is an alias', () => {
  it('is told of once, with how much of a kind it brings', () => {
    const fixture = `
x-list: &list [sendMesage, nonsense, sendMessage, rubbish, joinConversation]
roles:
  - friendlyName: A
    type: conversation
    permissions: *list
#                ^^^^^ permission-out-of-scope: "joinConversation" (from *list) works only in roles of type "service", and this one is of type "conversation"; give it in such a role
#                ^^^^^ unknown-permission: Unknown permission "sendMesage" (from *list, as are 2 more like it); did you mean "sendMessage"?
  - friendlyName: B
    type: service
    permissions: [*list, joinConversation]
#                 ^^^^^ permission-out-of-scope: "sendMessage" (from *list) works only in roles of type "conversation", and this one is of type "service"; give it in such a role
#                 ^^^^^ unknown-permission: Unknown permission "sendMesage" (from *list, as are 2 more like it); did you mean "sendMessage"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
