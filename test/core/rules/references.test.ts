import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('references and duplicates', () => {
  it('roles of the wrong level, and roles that are not there', () => {
    const fixture = `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage]
defaults:
  user: Supervisor
#       ^^^^^^^^^^ role-out-of-scope: "Supervisor" is a role of type "conversation"; a role of type "service" belongs here
  participant: Supervisr
#              ^^^^^^^^^ unknown-role: The file has no conversation role "Supervisr"; did you mean "Supervisor"?
  creator: Agent
#          ^^^^^ role-out-of-scope: "Agent" is a role of type "service"; a role of type "conversation" belongs here
users:
  - identity: a
    role: Agnet
#         ^^^^^ unknown-role: The file has no service role "Agnet"; did you mean "Agent"?
  - identity: b
    role: Owner
#         ^^^^^ unknown-role: The file has no service role "Owner"; add it under "roles", or write its RL SID
  - identity: c
    role: RL11111111111111111111111111111111
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('one name on both levels', () => {
    const fixture = `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
  - friendlyName: Agent
    type: conversation
    permissions: [sendMessage]
defaults:
  user: Agent
  participant: Agent
users:
  - identity: a
    role: Agent
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a role without a type is not missing as well', () => {
    const fixture = `
roles:
  - friendlyName: Agent
#   ^^^^^^^^^^^^^^^^^^^ missing-key: Missing "type" in a role; every role needs it
    permissions: [joinConversation]
users:
  - identity: a
    role: Agent
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a role without a name may be any', () => {
    const fixture = `
roles:
  - name: Agent
#   ^^^^ unknown-key: Unknown key "name" in a role; did you mean "friendlyName"?
    type: service
    permissions: [joinConversation]
users:
  - identity: a
    role: Agent
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a role that cannot be read may be any, and its anchors may be used', () => {
    const fixture = `
roles:
  - friendlyName: "Agent
#                 ^^^^^^ yaml-syntax: This text is never closed; write the closing "
    type: service
    permissions: [joinConversation]
  - friendlyName: Guest
    type: service
    permissions: &guest [joinConversation]
#                ^^^^^^ unused-anchor: No alias uses the anchor "guest"; remove it
users:
  - identity: a
    role: Agent
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('roles and users that are there twice', () => {
    const fixture = `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
  - friendlyName: Agent
#                 ^^^^^ duplicate-role: The file already has a role "Agent" of this type; merge the two, or rename one
    type: service
    permissions: [editOwnUserInfo]
  - friendlyName: Agent
#                 ^^^^^ duplicate-role: The file already has a role "Agent" of this type; merge the two, or rename one
    type: service
    permissions: [addParticipant]
users:
  - identity: a
  - identity: A
  - identity: a
#             ^ duplicate-user: The file already has the user "a"; merge the two entries
  - sid: US11111111111111111111111111111111
  - sid: US11111111111111111111111111111111
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-user: The file already has the user "US11111111111111111111111111111111"; merge the two entries
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('pins tell roles of one name apart, unless they are one pin', () => {
    const fixture = `
roles:
  - friendlyName: Agent
    type: service
    sid: RL11111111111111111111111111111111
    permissions: [joinConversation]
  - friendlyName: Agent
    type: service
    sid: RL22222222222222222222222222222222
    permissions: [editOwnUserInfo]
  - friendlyName: Guest
    type: service
    sid: RL22222222222222222222222222222222
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-role: Another role is pinned to "RL22222222222222222222222222222222"; merge the two, or correct one of the SIDs
    permissions: [editOwnUserInfo]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('renames of a role that is still there, or that another took over', () => {
    const fixture = `
roles:
  - friendlyName: Customer
    type: service
    renamedFrom: Guest
#                ^^^^^ duplicate-role: The file has the role "Guest" of this type, too; remove "renamedFrom" to keep both, or that entry
    permissions: [joinConversation]
  - friendlyName: Guest
    type: service
    permissions: [joinConversation]
  - friendlyName: A
    type: conversation
    renamedFrom: B
#                ^ duplicate-role: The file has the role "B" of this type, too; remove "renamedFrom" to keep both, or that entry
    permissions: [sendMessage]
  - friendlyName: B
    type: conversation
    renamedFrom: A
#                ^ duplicate-role: The file has the role "A" of this type, too; remove "renamedFrom" to keep both, or that entry
    permissions: [sendMessage]
  - friendlyName: Agent
    type: service
    renamedFrom: Clerk
    permissions: [joinConversation]
  - friendlyName: Helper
    type: service
    renamedFrom: Clerk
#                ^^^^^ duplicate-role: Another role is renamed from "Clerk"; keep "renamedFrom" in one of them
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('renames of a role of another type, of one that is gone, and of the role itself', () => {
    const fixture = `
roles:
  - friendlyName: Customer
    type: service
    renamedFrom: Guest
    permissions: [joinConversation]
  - friendlyName: Customer
    type: conversation
    renamedFrom: Guest
    permissions: [sendMessage]
  - friendlyName: Agent
    type: service
    renamedFrom: Speaker
    permissions: [joinConversation]
  - friendlyName: Speaker
    type: conversation
    renamedFrom: Speaker
    permissions: [sendMessage]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('anchors', () => {
    const fixture = `
x-a: &used [sendMessage]
x-b: &unused [sendMessage]
#    ^^^^^^^ unused-anchor: No alias uses the anchor "unused"; remove it
roles:
  - friendlyName: &name Agent
#                 ^^^^^ unused-anchor: No alias uses the anchor "name"; remove it
    type: conversation
    permissions: *used
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('names that are empty are no duplicates', () => {
    const fixture = `
roles:
  - friendlyName: ""
#                 ^^ empty-name: "friendlyName" is empty; write 1 character or more
    type: service
    permissions: [joinConversation]
  - friendlyName: ""
#                 ^^ empty-name: "friendlyName" is empty; write 1 character or more
    type: service
    permissions: [joinConversation]
users:
  - identity: " "
#             ^^^ empty-name: "identity" is empty; write 1 character or more
    friendlyName: Alice
  - identity: " "
#             ^^^ empty-name: "identity" is empty; write 1 character or more
    friendlyName: Bob
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
