import { describe, expect, it } from 'vitest';
import { redrawn } from '../../support/carets';

describe('users', () => {
  it('attributes', () => {
    const fixture = `
users:
  - identity: a
    attributes:
#   ^^^^^^^^^^ malformed-attributes: "attributes" has no value; write a mapping, or a string that holds a JSON object
  - identity: b
    attributes: [1]
#               ^^^ malformed-attributes: "attributes" is a list; write a mapping, or a string that holds a JSON object
  - identity: c
    attributes: '[1]'
#               ^^^^^ malformed-attributes: "attributes" is JSON, but no object; write a mapping, or a string that holds a JSON object
  - identity: d
    attributes: '{ team: billing }'
#               ^^^^^^^^^^^^^^^^^^^ malformed-attributes: "attributes" is a string that is not JSON; write a mapping, or a string that holds a JSON object
  - identity: e
    attributes: '{ "team": "billing" }'
  - identity: f
    attributes: { team: billing, colour: red }
  - identity: g
    attributes:
      - several
#     ^^^^^^^^^ malformed-attributes: "attributes" is a list; write a mapping, or a string that holds a JSON object
      - lines
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('identities', () => {
    const fixture = `
users:
  - identity: ''
#             ^^ empty-name: "identity" is empty; write 1 character or more
  - identity:
#   ^^^^^^^^ empty-name: "identity" is empty; write 1 character or more
  - identity: US11111111111111111111111111111111
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identity-like-sid: The identity "US11111111111111111111111111111111" looks like a user SID, which Twilio refuses (50206); write it as "sid"
  - identity: US11111111111111111111111111111112
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identity-like-sid: The identity "US11111111111111111111111111111112" looks like a user SID, which Twilio refuses (50206); write it as "sid"
    sid: US11111111111111111111111111111112
  - identity: .
#             ^ wrong-value: The identity "." means a folder in a URL, so Twilio can't be asked for this user; write another one, or the user's "sid" instead
  - identity: ".."
#             ^^^^ wrong-value: The identity ".." means a folder in a URL, so Twilio can't be asked for this user; write another one, or the user's "sid" instead
  - identity: ...
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('letters outside the plane count as one', () => {
    const fixture = `
roles:
  - friendlyName: 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂
    type: conversation
    permissions: [sendMessage]
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('attributes that YAML can say and JSON cannot', () => {
    const fixture = `
users:
  - identity: a
    attributes: { limit: .inf }
#                        ^^^^ malformed-attributes: JSON has no number ".inf"; put it in quotes to have it as a text
  - identity: b
    attributes:
      ? [a, b]
#       ^^^^^^ malformed-attributes: A key of attributes must be a text
      : c
  - identity: c
    attributes: { team: *nothing }
#                       ^^^^^^^^ yaml-syntax: Nothing before this has the anchor "&nothing"; write it above, or remove the "*nothing"
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('attributes that come in by an alias are judged as what it stands for, where it stands', () => {
    const fixture = `
x-team: &team billing
x-limit: &limit { most: .inf }
x-both: &both { inner: *limit }
users:
  - identity: a
    attributes: *team
#               ^^^^^ malformed-attributes: "attributes" is a string that is not JSON; write a mapping, or a string that holds a JSON object
  - identity: b
    attributes: { team: *team, limit: *both }
#                                     ^^^^^ malformed-attributes: JSON has no number ".inf"; put it in quotes to have it as a text
  - identity: c
    attributes: { team: *team }
  - identity: d
    attributes: &d { me: *d }
#                        ^^ malformed-attributes: An alias leads back to itself; remove it
`;
    expect(redrawn(fixture)).toBe(fixture);
  });
});
