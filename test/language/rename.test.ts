import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../core/src';
import { applyEdits } from '../../core/src/convert/apply-edits';
import { liveNames } from '../../core/src/language/live-names';
import { rename } from '../../core/src/language/rename';
import { liveAgent } from '../support/live-agent';

const live = liveNames(liveAgent);

/** The text after the role at `$0` was given another name, or why it wasn't. */
function renamed(marked: string, name: string): string {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const result = rename(parseDocument(text), offset, name, live);
  return 'refusal' in result ? result.refusal : applyEdits(text, result.edits);
}

describe('a live role that gets another name', () => {
  it.each([
    [
      'before a comment',
      'roles:\n  - friendlyName: Age$0nt # the agents\n    type: service\n',
      'roles:\n  - friendlyName: Clerk # the agents\n    renamedFrom: Agent\n    type: service\n',
    ],
    [
      'with an anchor',
      'roles:\n  - type: service\n    friendlyName: &x Age$0nt\nusers:\n  - role: Agent\n',
      'roles:\n  - type: service\n    friendlyName: &x Clerk\n    renamedFrom: Agent\nusers:\n  - role: Clerk\n',
    ],
    [
      'under a key in quotes',
      'roles:\n  - "friendlyName": Age$0nt\n    type: service\n',
      'roles:\n  - "friendlyName": Clerk\n    renamedFrom: Agent\n    type: service\n',
    ],
    [
      'under an explicit key',
      'roles:\n  - ? friendlyName\n    : Age$0nt\n    type: service\n',
      'roles:\n  - ? friendlyName\n    : Clerk\n    renamedFrom: Agent\n    type: service\n',
    ],
    [
      'in a quoted scalar of two lines',
      'roles:\n  - friendlyName: "Age$0\\\n      nt"\n    type: service\n',
      'roles:\n  - friendlyName: Clerk\n    renamedFrom: Agent\n    type: service\n',
    ],
    [
      'in braces',
      'roles:\n  - {friendlyName: Age$0nt, type: service}\n',
      'roles:\n  - {friendlyName: Clerk, renamedFrom: Agent, type: service}\n',
    ],
    [
      'in a file in braces',
      '{roles: [{type: service, friendlyName: "Age$0nt"}]}',
      '{roles: [{type: service, friendlyName: Clerk, renamedFrom: Agent}]}',
    ],
    [
      'in a file that is read as a whole',
      'roles:\n  - friendlyName: Age$0nt\n    type: service\n---\n',
      'roles:\n  - friendlyName: Clerk\n    renamedFrom: Agent\n    type: service\n---\n',
    ],
    [
      'in a file of another system',
      'roles:\r\n  - friendlyName: Age$0nt\r\n    type: service\r\n',
      'roles:\r\n  - friendlyName: Clerk\r\n    renamedFrom: Agent\r\n    type: service\r\n',
    ],
    [
      'at the end',
      'roles:\n- type: service\n  friendlyName: Age$0nt',
      'roles:\n- type: service\n  friendlyName: Clerk\n  renamedFrom: Agent',
    ],
  ])('says what it was called, %s', (_, marked, expected) => {
    expect(renamed(marked, 'Clerk')).toBe(expected);
  });

  it('keeps saying it at the next name', () => {
    const marked = 'roles:\n  - friendlyName: Cle$0rk\n    renamedFrom: Agent\n    type: service\n';
    expect(renamed(marked, 'Help')).toBe(marked.replace('Cle$0rk', 'Help'));
  });

  it.each([
    [
      'roles:\n  - friendlyName: Cle$0rk\n    renamedFrom: Agent # for now\n    type: service\n',
      'roles:\n  - friendlyName: Agent\n    type: service\n',
    ],
    [
      'roles:\n  - renamedFrom: Agent\n    friendlyName: Cle$0rk\n    type: service\n',
      'roles:\n  - friendlyName: Agent\n    type: service\n',
    ],
    ['roles:\n  - friendlyName: Cle$0rk\n    renamedFrom: Agent', 'roles:\n  - friendlyName: Agent\n'],
    [
      'roles:\n  - {friendlyName: Cle$0rk, renamedFrom: Agent, type: service}\n',
      'roles:\n  - {friendlyName: Agent, type: service}\n',
    ],
    ['roles: [{friendlyName: Cle$0rk, renamedFrom: Agent}]\n', 'roles: [{friendlyName: Agent}]\n'],
  ])('says no more what it is called again: %j', (marked, expected) => {
    expect(renamed(marked, 'Agent')).toBe(expected);
  });
});

describe('a name that another role has', () => {
  const roles = (type: string) =>
    `roles:\n  - friendlyName: Guest\n    type: service\n  - friendlyName: Other\n    type: ${type}\nusers:\n  - role: Gu$0est\n`;

  it('is refused for a role of the same type', () => {
    expect(renamed(roles('service'), 'Other')).toBe(
      'Another role of this type is called "Other"; choose another name',
    );
  });

  it('is fine for a role of the other', () => {
    expect(renamed(roles('conversation'), 'Other')).toBe(
      roles('conversation').replace('Guest', 'Other').replace('Gu$0est', 'Other'),
    );
  });
});
