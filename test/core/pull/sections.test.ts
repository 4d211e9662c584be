import { describe, expect, it } from 'vitest';
import { pull } from '../../../core/src/pull';
import { changesOf } from '../../support/changes-of';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';

const service = `service: ${serviceSid}`;
const now = live(['service A: joinConversation'], { bob: 1 }, { defaults: { user: roleSid(1) } });
const role = '  - friendlyName: A\n    type: service\n    permissions:\n      - joinConversation\n';
const user = '  - identity: bob\n    role: A\n';
const inBraces = {
  roles: 'roles: [{ friendlyName: A, type: service, permissions: [joinConversation] }]',
  rest: 'defaults: { user: A }, users: [{ identity: bob, role: A }]',
};

describe('pull of what the file has no list for', () => {
  it.each([
    [
      'a null and its comment',
      `${service}\nroles: ~ # none\nusers: null\ndefaults: ~\n`,
      `${service}\nroles: # none\n${role}users:\n${user}defaults:\n  user: A\n`,
    ],
    [
      'a null on a line of its own',
      `${service}\nroles: # here\n  ~ # none\nusers:\n  null\ndefaults:\n  # set\n  ~\n`,
      `${service}\nroles: # here\n${role} # none\nusers:\n${user}\ndefaults:\n  user: A\n  # set\n\n`,
    ],
    [
      'nothing but a key',
      `${service}\nroles: # here\nusers:\ndefaults:`,
      `${service}\nroles: # here\n${role}users:\n${user}defaults:\n  user: A\n`,
    ],
    [
      'a null by an alias',
      `${service}\nx-none: &none ~\nroles: *none\nusers: *none\n`,
      `${service}\nx-none: &none ~\nroles:\n${role}users:\n${user}\ndefaults:\n  user: A\n`,
    ],
    [
      'lists in brackets',
      `${service}\nroles: [] # none\nusers: [ ]\ndefaults: {}\n`,
      `${service}\n${inBraces.roles} # none\nusers: [{ identity: bob, role: A } ]\ndefaults: { user: A }\n`,
    ],
    ['a top in braces', `{${service}}\n`, `{${service}, ${inBraces.roles}, ${inBraces.rest}}\n`],
    [
      'a top in braces with keys alone',
      `{${service}, roles: ~, users, defaults: }\n`,
      `{${service}, ${inBraces.roles}, users: [{ identity: bob, role: A }], defaults: { user: A } }\n`,
    ],
    [
      'a top in braces that ends with a key alone',
      `{${service}, x-note: }\n`,
      `{${service}, x-note:, ${inBraces.roles}, ${inBraces.rest} }\n`,
    ],
    [
      'the end of a document',
      `---\n${service}\n...\n# after\n`,
      `---\n${service}\n\nroles:\n${role}\ndefaults:\n  user: A\n\nusers:\n${user}...\n# after\n`,
    ],
    [
      'a file with a byte order mark',
      `\ufeff${service}\n`,
      `\ufeff${service}\n\nroles:\n${role}\ndefaults:\n  user: A\n\nusers:\n${user}`,
    ],
    [
      'a top that is indented',
      `  ${service}\n`,
      `  ${service}\n\n${`roles:\n${role}\ndefaults:\n  user: A\n\nusers:\n${user}`.replace(/^(?=.)/gm, '  ')}`,
    ],
  ])('makes it from %s', (_, existing, expected) => {
    const text = pulled(now, { existing, addMissing: true, users: ['bob'] });
    expect(text).toBe(expected);
    expect(changesOf(text, now)).toEqual([]);
  });

  it('leaves alone what is no list', () => {
    const existing = `${service}\nroles: none # yet\nusers: { bob: A }\ndefaults: none\n`;
    expect(pulled(now, { existing, addMissing: true, users: ['bob'] })).toBe(existing);
  });

  it('does not blame the file for what it cannot be made to hold', () => {
    expect(pull(now, { existing: 'no mapping\n', addMissing: true })).toEqual({
      problem: expect.stringMatching(/^Pull can't write into this file without breaking it \(/),
    });
  });

  it.each([
    ['roles: [', 'This "[" is never closed; write the "]"'],
    ['roles: []\n---\nroles: []\n', 'It has several documents; keep one in a file'],
  ])('says why a broken file stays as it is: %j', (existing, why) => {
    expect(pull(now, { existing })).toEqual({ problem: `The file can't be read as YAML: ${why}` });
  });
});
