import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('SIDs', () => {
  it('what is wrong with a SID', () => {
    const fixture = `
services:
  short: IS1111111111111111111111111111111
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-sid: "IS1111111111111111111111111111111" is no service SID or "default": it has 33 characters and not 34; copy the service's SID again
  prefix: XX11111111111111111111111111111111
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-sid: "XX11111111111111111111111111111111" is no service SID or "default": it begins with "XX" and not with "IS"; copy the service's SID again
  word: defualt
#       ^^^^^^^ malformed-sid: "defualt" is no service SID or "default": it takes "IS" and 32 of 0-9 and a-f; did you mean "default"?
  account:
    sid: default
    account: AC1111111111111111111111111111111g
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-sid: "AC1111111111111111111111111111111g" is no account SID: "g" is no hexadecimal digit; copy the account's SID again
  list: [1]
# ^^^^ wrong-value: No SID for "list"; write an IS SID or "default"
  nothing:
# ^^^^^^^ wrong-value: No SID for "nothing"; write an IS SID or "default"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a SID of another kind', () => {
    const fixture = `
services:
  production: AC11111111111111111111111111111111
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-sid-kind: "AC11111111111111111111111111111111" is the SID of an account; write that of a service, which begins with "IS"
roles:
  - friendlyName: A
    type: service
    sid: US11111111111111111111111111111111
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-sid-kind: "US11111111111111111111111111111111" is the SID of a user; write that of a role, which begins with "RL"
    permissions: [joinConversation]
users:
  - sid: RL11111111111111111111111111111111
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-sid-kind: "RL11111111111111111111111111111111" is the SID of a role; write that of a user, which begins with "US"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a pin for each service by name', () => {
    const fixture = `
services:
  staging: IS11111111111111111111111111111111
roles:
  - friendlyName: A
    type: service
    sid:
      staging: RL1
#              ^^^ malformed-sid: "RL1" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role's SID again
      stagging: RL11111111111111111111111111111111
#     ^^^^^^^^ unknown-service: The file has no service "stagging"; did you mean "staging"?
      elsewhere: RL22222222222222222222222222222222
#     ^^^^^^^^^ unknown-service: The file has no service "elsewhere"; name it under "services"
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a pin that is no SID', () => {
    const fixture = `
roles:
  - friendlyName: A
    type: service
    sid: Agent
#        ^^^^^ malformed-sid: "Agent" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role's SID again
    permissions: [joinConversation]
  - friendlyName: B
    type: service
    sid: [RL11111111111111111111111111111111]
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-value: "sid" is a list; write an RL SID, or one for each service by name
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it("a user's role that is meant to be a SID", () => {
    const fixture = `
users:
  - identity: a
    role: rl11111111111111111111111111111111
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-sid: "rl11111111111111111111111111111111" is no role SID: it begins with "rl" and not with "RL"; did you mean "RL11111111111111111111111111111111"?
  - identity: b
    role: US11111111111111111111111111111111
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-sid-kind: "US11111111111111111111111111111111" is the SID of a user; write that of a role, which begins with "RL"
  - identity: c
    role: RL1111111111111111111111111111111
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-sid: "RL1111111111111111111111111111111" is no role SID: it has 33 characters and not 34; copy the role's SID again
  - identity: d
    role: RL123
#         ^^^^^ malformed-sid: "RL123" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role's SID again
  - identity: e
    role: RL11111111111111111111111111111111
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('Chat has no default service', () => {
    const fixture = `
product: chat
services:
  production: default
#             ^^^^^^^ wrong-value: Chat has no "default" service; write the IS SID of the service
  staging: { sid: default }
#                 ^^^^^^^ wrong-value: Chat has no "default" service; write the IS SID of the service
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
