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

  it('says that nothing was deployed from here, where a list of it is asked for', async () => {
    expect(await cliFolder().run(['undo', '--list'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No deploy has been recorded here.\n',
    });
  });

  it('passes over a journal in which nothing was written', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('data/twilio-roles/9-empty.jsonl', '');
    folder.write('data/twilio-roles/9-torn.jsonl', '{"kind":"star');
    expect(await folder.run(['undo', '--sandbox', '--yes', '--prune'], { env })).toMatchObject({ code: 0 });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([]);
  });

  it('takes no other for one that does not say what was written', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    const [, ...headless] = folder.readOnly('data/twilio-roles').split('\n');
    folder.write('data/twilio-roles/9-headless.jsonl', headless.join('\n'));
    expect(await folder.run(['undo', '--sandbox', '--yes'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /9-headless\.jsonl": The journal doesn't say what was planned, though something was written\.\n$/,
      ),
    });
  });

  it('has nothing to take back where nothing was deployed', async () => {
    expect(await cliFolder().run(['undo', '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: `No deploy to account ${sandbox.account.sid} has been recorded here. Name the journal of one.\n`,
    });
  });
});

describe('an undo that stops', () => {
  const undo = ['undo', '--sandbox', '--yes'];

  /** A deploy that deleted three roles, of which Twilio doesn't take the second back. */
  async function deployed() {
    const role = (friendlyName: string, permission: string) =>
      ({ friendlyName, type: 'conversation', permissions: [permission] }) as const;
    const roles = [
      role('First', 'sendMessage'),
      role('Refused', 'editOwnUserInfo'),
      role('Third', 'sendMessage'),
    ];
    // Without anybody who has it, it would be deleted as well.
    const users = [{ identity: 'ada', role: 'service admin' }];
    const { env, names } = await sandboxWith({
      seed: { services: [{ friendlyName: 'Support', roles, users }] },
    });
    const ours = () => names().filter((name) => roles.some(({ friendlyName }) => friendlyName === name));
    const folder = cliFolder({ 'roles.yaml': 'service: default\nroles: []\n' });
    await folder.run(['deploy', '--sandbox', '--prune', '--yes', '--force'], { env });
    expect(ours()).toEqual([]);
    return { folder, env, ours };
  }
  const stopped = { code: 1, stdout: expect.stringContaining(': 1 done, 1 failed, 1 not tried\n') };

  it('is carried on by the next one, and past what fails where it is told to', async () => {
    const { folder, env, ours } = await deployed();
    expect(await folder.run(undo, { env })).toMatchObject(stopped);
    expect(ours()).toEqual(['First']);
    for (const _ of ['again', 'and again'])
      expect(await folder.run(undo, { env })).toMatchObject({
        code: 1,
        stdout: expect.stringContaining(': 1 failed, 1 not tried\n'),
        stderr: expect.stringMatching(/^Carrying on with the undo that was stopped\.\n/),
      });
    expect(await folder.run([...undo, '--continue'], { env })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(': 1 done, 1 failed\n'),
    });
    expect(ours()).toEqual(['First', 'Third']);
  });

  it('is taken for done once it is, and then taken back itself', async () => {
    const { folder, env, ours } = await deployed();
    await folder.run([...undo, '--continue'], { env });
    folder.write('roles.yaml', auditor);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    await folder.run([...undo, '--prune'], { env });
    const again = await folder.run(undo, { env });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('+ Auditor (service)') });
    expect(ours()).toEqual(['First', 'Third']);
  });
});
