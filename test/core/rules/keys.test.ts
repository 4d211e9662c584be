import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('keys', () => {
  it('keys that are misspelt are not missing as well', () => {
    const fixture = `
roles:
  - name: A
#   ^^^^ unknown-key: Unknown key "name" in a role; did you mean "friendlyName"?
    typ: service
#   ^^^ unknown-key: Unknown key "typ" in a role; did you mean "type"?
    permision: [joinConversation]
#   ^^^^^^^^^ unknown-key: Unknown key "permision" in a role; did you mean "permissions"?
    id: RL11111111111111111111111111111111
#   ^^ unknown-key: Unknown key "id" in a role; did you mean "sid"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('what people call a key counts for more than a key that looks like it', () => {
    const fixture = `
service_sid: IS11111111111111111111111111111111
^^^^^^^^^^^ unknown-key: Unknown key "service_sid" at the top of the file; did you mean "service"?
roles:
  - role-name: A
#   ^^^^^^^^^ unknown-key: Unknown key "role-name" in a role; did you mean "friendlyName"?
    role_type: service
#   ^^^^^^^^^ unknown-key: Unknown key "role_type" in a role; did you mean "type"?
    perms: [joinConversation]
#   ^^^^^ unknown-key: Unknown key "perms" in a role; did you mean "permissions"?
users:
  - identity: alice
    attrs: { team: billing }
#   ^^^^^ unknown-key: Unknown key "attrs" in a user; did you mean "attributes"?
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a second word for a key that is there means no other key', () => {
    const fixture = `
service: default
serviceSid: IS11111111111111111111111111111111
^^^^^^^^^^ unknown-key: Unknown key "serviceSid" at the top of the file; "product", "services", "roles", "defaults" and "users" may still be written here, and a key of your own begins with "x-"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('keys that belong elsewhere', () => {
    const fixture = `
friendlyName: foo
^^^^^^^^^^^^ unknown-key: Unknown key "friendlyName" at the top of the file; it belongs in a role
region: ie1
^^^^^^ unknown-key: Unknown key "region" at the top of the file; it belongs in a service
roles:
  - friendlyName: A
    type: service
    permissions: [joinConversation]
    identity: alice
#   ^^^^^^^^ unknown-key: Unknown key "identity" in a role; it belongs in a user
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('keys that are nothing at all', () => {
    const fixture = `
colour: red
^^^^^^ unknown-key: Unknown key "colour" at the top of the file; "product", "service", "services", "roles" and "users" may still be written here, and a key of your own begins with "x-"
defaults:
  owner: Agent
# ^^^^^ unknown-key: Unknown key "owner" in "defaults"; "user", "participant" and "creator" may still be written here, and a key of your own begins with "x-"
? [a, b]
# ^^^^^^ unknown-key: A key at the top of the file must be a single word
: c
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it("keys of one's own", () => {
    const fixture = `
x-team: billing
roles:
  - friendlyName: A
    x-why: because
    type: service
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('what a role, a user and a service cannot do without', () => {
    const fixture = `
services:
  staging: { account: AC11111111111111111111111111111111 }
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-key: Missing "sid" in a service; every service needs it
  production:
    sid: IS11111111111111111111111111111111
    region: ie1
#   ^^^^^^ missing-key: Missing "edge" beside "region"; write both or neither
  other:
    sid: IS22222222222222222222222222222222
    edge: dublin
#   ^^^^ missing-key: Missing "region" beside "edge"; write both or neither
roles:
  - friendlyName: A
#   ^^^^^^^^^^^^^^^ missing-key: Missing "type" and "permissions" in a role; every role needs them
users:
  - friendlyName: Nobody
#   ^^^^^^^^^^^^^^^^^^^^ missing-key: Missing "identity" or "sid" in a user; write the one that the user is known by
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('keys that come in by a merge are refused, and not missing as well', () => {
    const fixture = `
x-base: &base
  type: service
  permissions: [joinConversation]
roles:
  - <<: *base
#   ^^ unknown-key: "<<" is not part of the format; write the keys here, or share a list of permissions by an alias
    friendlyName: A
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('a region and an edge that are no words', () => {
    const fixture = `
services:
  production:
    sid: default
    region: Ireland (IE1)
#           ^^^^^^^^^^^^^ wrong-value: "Ireland (IE1)" is no region; write a region such as "ie1"
    edge: dublin.
#         ^^^^^^^ wrong-value: "dublin." is no edge; write an edge such as "dublin"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('one service and several', () => {
    const fixture = `
services:
  staging: IS11111111111111111111111111111111
service: default
^^^^^^^ service-and-services: "service" and "services" exclude each other; move the one service under "services", with a name
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
