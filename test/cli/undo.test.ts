import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { auditor, environmentOf, livePermissions, sandboxWith, withoutSids } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

const two = auditor.replace('[joinConversation]', '[joinConversation, createConversation]');

describe('twilio-roles undo', () => {
  it('takes the last deploy to this account back, whatever was deployed to others since', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', two);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    const { env: elsewhere } = await sandboxWith({ randomSeed: 2 });
    expect(await folder.run(['deploy', '--sandbox', '--yes'], { env: elsewhere })).toMatchObject({ code: 0 });
    expect(await folder.run(['undo', '--sandbox', '--yes'], { env })).toMatchObject({ code: 0 });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([['joinConversation']]);
  });

  it.each([
    ['a folder', '.', '" is a folder. Name a file in it.\n'],
    ['no journal', 'roles.yaml', "The journal doesn't say what was planned"],
    ['nothing', 'nope.jsonl', `nope.jsonl" isn't there. Check the path.\n`],
  ])('says what is wrong with a journal that is %s', async (_, name, message) => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    expect(await folder.run(['undo', name, '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('takes the last deploy back', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', two);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([['createConversation', 'joinConversation']]);
    expect(readdirSync(folder.path('data/twilio-roles'))).toHaveLength(2);

    const { code, stdout } = await folder.run(['undo', '--sandbox', '--yes'], { env });
    expect({ code, stdout: withoutSids(stdout) }).toEqual({
      code: 0,
      stdout: expect.stringContaining('- createConversation'),
    });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([['joinConversation']]);
    const list = await folder.run(['undo', '--list'], { env });
    expect(list.stdout.match(/1 done/g)).toHaveLength(3);
  });

  it('has nothing to take back where nothing was deployed', async () => {
    expect(await cliFolder().run(['undo', '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: `No deploy to account ${sandbox.account.sid} has been recorded here. Name the journal of one.\n`,
    });
  });
});
