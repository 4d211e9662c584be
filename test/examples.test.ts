import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { check, desired, fetchLive, isRolesFile, parseDocument, plan, renderText } from '../core/src';
import { project } from '../scripts/paths';
import { startSandbox } from '../server/src/sandbox/sandbox';
import { connectTo } from './support/twilio';

function example(path: string): string {
  return readFileSync(join(project, 'examples', path), 'utf8');
}

describe('the examples', () => {
  it.each(['roles.yaml', 'chat.roles.yaml'])('%s is as it should be', (path) => {
    expect(isRolesFile(example(path))).toBe(true);
    expect(check(parseDocument(example(path)))).toEqual([]);
  });

  it('mistakes.roles.yaml shows what linting finds', () => {
    const problems = check(parseDocument(example('mistakes.roles.yaml')));
    expect(problems.map(({ message }) => message)).toEqual([
      'Unknown permission "joinConversaton"; did you mean "joinConversation"?',
      '"leaveConversation" works only in roles of type "conversation", and this one is of type "service"; give it in such a role',
      'Unknown role type "conversations"; did you mean "conversation"?',
      'A role needs at least one permission; add one, or remove the role',
      'Unknown key "permission" in a role; did you mean "permissions"?',
      'The file already has a role "Agent" of this type; merge the two, or rename one',
      '"joinConversation" is already in this role; remove one of the two',
      'The file has no service role "Agnet"; did you mean "Agent"?',
      '"RL123" is no role SID: it takes "RL" and 32 of 0-9 and a-f; copy the role\'s SID again',
    ]);
  });

  it('kubernetes/roles.yaml is not ours', () => {
    expect(isRolesFile(example('kubernetes/roles.yaml'))).toBe(false);
  });

  it('roles.yaml differs from the sandbox as its README says', async () => {
    const wanted = desired(parseDocument(example('roles.yaml')));
    if (!('desired' in wanted)) throw new Error(JSON.stringify(wanted.problems));
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const service = await connectTo(sandbox).service('conversations', 'default');
    if (!service) throw new Error('The sandbox has no default service.');
    const live = await fetchLive(service, wanted.desired);
    expect(
      renderText(plan(wanted.desired, live)),
    ).toBe(`Support (IS…94d3, account AC…763a): 3 changes, 1 user touched, 1 takes permissions away

  + Bot (service)
      addParticipant, joinConversation
  ~ Customer (conversation)
      + deleteOwnMessage
      - leaveConversation
    participants who have this role feel it at once
  > faq-bot: service user to Bot

  3 roles and 1 user unchanged. Not in the file, left alone: service admin, service user, channel admin, channel user.
`);
  });
});
