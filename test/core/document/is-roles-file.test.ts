import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRolesFile } from '../../../core/src';

const foreign = join(import.meta.dirname, '../../fixtures/foreign');

describe('isRolesFile', () => {
  it.each([
    ['', 'nothing'],
    ['\n  \n# to be written\n', 'comments alone'],
    ['\uFEFF# twilio-roles\nadmin: {}\n', 'the comment that says so'],
    ['ro', 'a key half typed'],
    ['roles:\n', 'a list to be'],
    ['roles:\n  - ', 'an entry to be'],
    ['roles:\n  - frie', "an entry's key half typed"],
    ['roles: []\n', 'an empty list'],
    ['product: cha', 'a product half typed'],
    ['service: IS11', 'a SID half typed'],
    ['users:\n  - identity: alice\n', 'users alone'],
    ['defaults:\n  user: Customer\n', 'defaults alone'],
    ['{ roles: [{ friendlyName: Agent, type: service, permissions: [] }] }', 'flow style'],
    ['---\nx-a: &a [b]\nroles:\n- friendlyName: Agent\n', 'a list at the column of its key'],
    ['prodct: chat\nroles:\n  - friendlyName: Agent\n', 'a misspelt key beside one that tells'],
    ['roles:\n  - name: Agent\n    permissions: [sendMessage]\n', 'a permission of Twilio'],
    ['roles:\n  - friendly_name: Agent\n', "the REST API's word"],
    ['services:\n  staging: default\n', 'services alone'],
    ['services:\n  production: { sid: default, region: ie1 }\nroles: []\n', 'a service in braces'],
    ['roles:\n  - friendlyName: "Agent\n    type service\n\t]', 'broken YAML'],
    ['roles:\n\t- friendlyName: Agent\n', 'a tab for an indentation'],
    ['roles:\n  -\tfriendlyName: Agent\n', 'a tab after a dash'],
    ['roles:\n  - &a { friendlyName: Agent }\n', 'an anchor before braces'],
    ['product: chat\nroles: &a []\n', 'an anchor before brackets'],
    ['roles:\n  - friendlyName:Agent\n    type: service\n', 'a colon without its space'],
    ['roles:\n  - friendlyname: Agent\n', 'the first key in another case'],
    ['roles:\n  - freindlyName: Agent\n', 'a slip in the first key'],
    ['roles:\n  - FriendlyNa', 'a key half typed in another case'],
    ['users:\n  - idenity: alice\n', "a slip in a user's first key"],
    ['roles:\n  - name: Agent\n    type: conversation\n', 'a role type of Twilio'],
    ['roles:\n  - role', 'the word that the snippet of a role goes by'],
    ['users:\n  - us', 'the word that the snippet of a user goes by'],
    ['roles:\n  - &a\n    friend', 'an anchor first'],
    ['roles:\n  - <<: *base\n    ty', 'a merge key first'],
    ['roles:\n  - x-note: why\n', 'a note first'],
    ['services:\n  sta', "a service's name half typed"],
    ['services:\n  staging: default\n  prod', "the next service's name half typed"],
    ['product: Chat\n', 'a product in another case'],
    ['product: Conversations\n', 'the other product in another case'],
    ['service: Default\n', 'the default service in another case'],
    ['service: YOUR_SERVICE_SID\n', 'a SID to be filled in'],
    [`service: \${SID}\nroles: []\n`, 'a variable for a SID'],
    [
      'roles:\n<<<<<<< HEAD\n  - friendlyName: Agent\n=======\n  - friendlyName: Guest\n>>>>>>> main\n',
      'a merge that git left to a person',
    ],
    ['roles: [\n]\n', 'brackets on two lines'],
    ['roles: [\n  { ty', 'an entry in brackets half typed'],
  ])('takes %j: %s', (text) => {
    expect(isRolesFile(text)).toBe(true);
  });

  it.each([
    ['roles: [web, db]\n', "another tool's words in brackets"],
    ['users: [bob]\n', 'names in brackets'],
    ['roles: ["web"]\n', 'words in quotes in brackets'],
    ['roles:\n  - name: x\n    creator: bob\n', 'a word that tells among defaults alone, in a role'],
    ['users:\n  - name: x\n    participant: true\n', 'the same in a user'],
    ['service:\n  port: 80\nusers: []\n', 'keys of a service that is one of another kind'],
    ['product:\n  name: x\n', 'keys of a product'],
    ['service: issue-tracker\n', 'a name that begins as a SID in small letters does'],
    ['roles:\n  - role: nginx\n', "the snippet's word as a key"],
    ['{ "roles": [{ "name": "x", "creator": "bob" }] }', 'the same in JSON'],
  ])('leaves %j alone: %s', (text) => {
    expect(isRolesFile(text)).toBe(false);
  });

  it.each(readdirSync(foreign))('leaves %s alone, whole and at every line of its being typed', (name) => {
    const text = readFileSync(join(foreign, name), 'utf8');
    expect(isRolesFile(text)).toBe(false);
    const lines = text.split('\n');
    // The line that a file's first words are on may be the beginning of one of ours.
    const told = lines.findIndex((_, n) => !isRolesFile(lines.slice(0, n + 1).join('\n')));
    for (let n = told; n < lines.length; n++) {
      expect(isRolesFile(lines.slice(0, n + 1).join('\n')), lines.slice(0, n + 1).join('\n')).toBe(false);
    }
  });

  it('is quick on a line that is megabytes long', () => {
    expect(isRolesFile(`roles:\n  - ${'a '.repeat(3_000_000)}`)).toBe(false);
  });
});
