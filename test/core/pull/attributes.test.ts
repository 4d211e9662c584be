import { describe, expect, it } from 'vitest';
import { changesOf } from '../../support/changes-of';
import { pulled } from '../../support/pulled';
import { serviceSid } from '../plan/values';
import { liveUsers } from './live-users';

/** A file whose one user has the attributes that these lines give. */
const file = (attributes: string) => `service: ${serviceSid}
users:
  - identity: bob
    attributes:${attributes}
    friendlyName: Bob # last
`;

const bob = (attributes: string | undefined) => liveUsers({ bob: { friendlyName: 'Bob', attributes } });

describe('pull of attributes', () => {
  it.each([
    [
      'key by key, in lines',
      `
      # whose he is
      team: billing   # old
      seat: { row: 1, column: 2 }
      gone: true
      none:
      # the end`,
      '{"team":"sales","seat":{"row":1},"none":1,"new":[true]}',
      `
      # whose he is
      team: sales   # old
      seat: { row: 1 }
      none: 1
      new: [true]
      # the end`,
    ],
    [
      'a key that goes becomes a comment where it has one',
      `
      # about team
      team: billing # old
      # about seat
      seat:
        - row: 1
        # between
        - row: 2

      last: 1`,
      '{"last":1}',
      `
      # about team
      # team: billing # old
      # about seat
      # seat:
      #   - row: 1
        # between
      #   - row: 2

      last: 1`,
    ],
    [
      'item by item, in lines',
      `
      list:
        - a # first
        - b # second
        - c # third`,
      '{"list":["a","c"]}',
      `
      list:
        - a # first
        # - b # second
        - c # third`,
    ],
    [
      'a key without a comment, whatever its anchor is called',
      `
      team: &a#b 'x # y'
      seat: 1`,
      '{"seat":1}',
      `
      seat: 1`,
    ],
    [
      'a key on the line of a dash, and an item on that of another',
      `
      list:
        - row: 1 # first
          seat: 2 # second
        - - a # third
          - b`,
      '{"list":[{"seat":2},["b"]]}',
      `
      list:
        - { seat: 2 } # first
          # second
        - [b] # third`,
    ],
    [
      'an anchor without a value, and a key by an alias',
      `
      team: &team
      &key seat : 1
      other: { *key : 1 }`,
      '{"team":"sales","seat":1,"other":{"seat":2}}',
      `
      team: &team sales
      &key seat : 1
      other: { *key : 2 }`,
    ],
    [
      'a text that is a number now',
      ' { a: !!str 7, b: &b !!str 7, c: *b }',
      '{"a":7,"b":8,"c":"7"}',
      ' { a: 7, b: 8, c: &b !!str 7 }',
    ],
    [
      'as many of the same items as there are',
      `
      list:
        - null # first
        - null # second`,
      '{"list":[null]}',
      `
      list:
        - null # first
        # - null # second`,
    ],
    [
      'items that differ, and more of them',
      `
      list:
      - a # first
      - x: 1 # second`,
      '{"list":["b",{"x":2},[]]}',
      `
      list:
      - b # first
      - x: 2 # second
      - []`,
    ],
    [
      'all keys gone',
      `
      # note
      a: 1 # one
      # note2
      b: 2 # two`,
      '{}',
      `
      # note
      {} # one
      # note2
      # two`,
    ],
    [
      'a list that is none any more, right below its key',
      `
      list:
      - a # first
      - b # second`,
      '{"list":"none"}',
      `
      list:
        none # first
      # second`,
    ],
    [
      'values in braces over several lines',
      ` { # head
        team: billing, # old
        seats: [ 1, # one
          2 ], # two
      }`,
      '{"team":"sales","seats":[1,3]}',
      ` { # head
        team: sales, # old
        seats: [ 1, # one
          3 ], # two
      }`,
    ],
    [
      'keys that go from braces over several lines',
      ` { # head
        team: billing, # old
        seat: 1 # why
      } # end`,
      '{"seat":2}',
      ` { seat: 2 } # head
                # old
                # why
                # end`,
    ],
    [
      'a mapping in braces that is inside of others',
      ` { a: { # head
        b: 1 }, c: 2 }`,
      '{"a":{},"c":3}',
      ` { a: {} # head
                     , c: 3 }`,
    ],
    [
      'JSON in lines of its own',
      ` | # JSON
      {"team": "billing"}`,
      '{"team":"sales"}',
      ' { team: sales } # JSON',
    ],
  ])('%s', (_, before, json, after) => {
    const text = pulled(bob(json), { existing: file(before) });
    expect(text).toBe(file(after));
    expect(changesOf(text, bob(json))).toEqual([]);
  });

  it.each([
    [' {}', undefined],
    [' ""', undefined],
    [' { seats: [1, 2] }', '{ "seats": [1, 2] }'],
    [' { id: 0x1F, on: True, none: ~ }', '{"id":31,"on":true,"none":null}'],
    [' { id: 9007199254740993 }', '{"id":9007199254740993}'],
    [' "not JSON"', 'not JSON'],
  ])('leaves%s alone where it says what is live', (attributes, json) => {
    const existing = file(attributes);
    expect(pulled(bob(json), { existing })).toBe(existing);
  });

  it.each(['"id":9007199254740993', '"id":1.0000000000000000001', '"__proto__":1', '"<<":{}'])(
    'keeps what not every reader of YAML reads as it is in JSON: %s',
    (member) => {
      const existing = file('\n      team: billing # old');
      const json = `{"team":"sales",${member}}`;
      const text = pulled(bob(json), { existing });
      expect(text).toBe(file(`\n      ${JSON.stringify(json)} # old`));
      expect(changesOf(text, bob(json))).toEqual([]);
    },
  );

  it.each([' ~', '', ' *nothing'])('leaves out what says nothing:%s', (attributes) => {
    const existing = `x-nothing: &nothing ~\n${file(attributes)}`;
    expect(pulled(bob('{"team":"sales"}'), { existing })).toBe(existing);
  });
});
