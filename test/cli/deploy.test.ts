import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { auditor, environmentOf, livePermissions, withoutSids } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

describe('twilio-roles deploy', () => {
  it('writes, reports, and has nothing to do after', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const { code, stdout, stderr } = await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(code).toBe(0);
    expect(
      withoutSids(stdout.slice(stdout.lastIndexOf('Support ('))),
    ).toBe(`Support (IS…, account AC…): 1 done

  done       + Auditor (service)
`);
    expect(stderr).toContain('Journal: ');
    expect(livePermissions(sandbox, 'Auditor')).toEqual([['joinConversation']]);
    expect(await folder.run(['deploy', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('done'),
    });
  });

  it('wants --yes where there is no terminal to ask on', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    expect(await folder.run(['deploy', '--sandbox'], { env })).toMatchObject({
      code: 1,
      stderr: 'There is no terminal to ask on. Use --yes.\n',
    });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([]);
  });

  it('stops at the first failure and says what was not tried', async () => {
    const folder = cliFolder({
      'roles.yaml': `${auditor}  - friendlyName: Second\n    type: service\n    permissions: [joinConversation]\n`,
    });
    sandbox.fail({ kind: '500', method: 'POST', times: 20 });
    const { code, stdout } = await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('failed     + Auditor (service)');
    expect(stdout).toContain('not tried  + Second (service)');
    expect(livePermissions(sandbox, 'Second')).toEqual([]);
  });

  it('carries on after a failure, where it is told to', async () => {
    const folder = cliFolder({
      'roles.yaml': `${auditor}  - friendlyName: Second\n    type: service\n    permissions: [joinConversation]\n`,
    });
    sandbox.fail({ kind: '500', method: 'POST', times: 1 });
    const { code, stdout } = await folder.run(['deploy', '--sandbox', '--yes', '--continue'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('1 failed');
    expect(stdout).toContain('done       + Second (service)');
    expect(livePermissions(sandbox, 'Second')).toEqual([['joinConversation']]);
  });

  it('deletes only where it is told to, and no role that is in use', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const kept = await folder.run(['plan', '--sandbox'], { env });
    expect(kept.stdout).toContain('left alone: service admin');
    const pruned = await folder.run(['plan', '--sandbox', '--prune'], { env });
    expect(pruned.stdout).toMatch(/^ {2}- channel admin \(conversation\)/m);
    expect(livePermissions(sandbox, 'channel admin')).toHaveLength(2); // The other service has one, too.
    expect(await folder.run(['deploy', '--sandbox', '--prune', '--yes'], { env })).toMatchObject({ code: 0 });
    expect(livePermissions(sandbox, 'channel admin')).toHaveLength(1);
    expect(livePermissions(sandbox, 'Customer')).toHaveLength(1);
  });

  it('carries out a saved plan, and refuses it once live has moved on', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    expect(await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env })).toMatchObject({ code: 2 });
    expect(await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 0,
    });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([['joinConversation']]);
    expect(await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 1,
      stderr: 'What is live has moved on since the plan was made. Plan again.\n',
    });
  });

  it.each([
    [['--service', 'default'], 'A saved plan says itself which service it is for.\n'],
    [['--prune'], 'A saved plan says itself what is deleted. Use --prune when you plan.\n'],
  ])('takes no %j for a saved plan', async (args, stderr) => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env });
    expect(await folder.run(['deploy', 'plan.json', '--sandbox', '--yes', ...args], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr,
    });
    expect(livePermissions(sandbox, 'Auditor')).toEqual([]);
  });

  it('knows a saved plan by its content, whatever it is called', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['plan', '--sandbox', '--out', 'reviewed.plan'], { env });
    const deployed = await folder.run(['deploy', 'reviewed.plan', '--sandbox', '--yes'], { env });
    expect(deployed).toMatchObject({ code: 0, stdout: expect.stringContaining('1 done') });
  });

  it('writes nothing where its journal has no place', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor, data: 'a file where the folder should be' });
    const before = sandbox.state();
    expect(await folder.run(['deploy', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 2,
      stderr: `"${folder.path('data/twilio-roles')}" leads through a file as if it were a folder. Check the path.\n`,
    });
    expect(sandbox.state()).toEqual(before);
  });

  it('lets Twilio call webhooks only where it is told to', async () => {
    const calls: unknown[] = [];
    await using watched = await startSandbox({
      onCall: ({ method, path, webhooks }) => {
        if (method === 'POST' && path.includes('/Users')) calls.push(webhooks);
      },
    });
    const folder = cliFolder({
      'roles.yaml': `service: default\nusers:\n  - identity: ann\n    friendlyName: Ann\n`,
    });
    const there = environmentOf(watched);
    await folder.run(['deploy', '--sandbox', '--yes'], { env: there });
    folder.write('roles.yaml', folder.read('roles.yaml').replace('Ann', 'Anna'));
    await folder.run(['deploy', '--sandbox', '--yes', '--webhooks'], { env: there });
    expect(calls).toEqual([undefined, 'true']);
  });

  it.each([
    ['edited', (text: string) => text.replaceAll('"joinConversation"', '"createConversation"')],
    ['torn', (text: string) => text.slice(0, text.length / 2)],
  ])('refuses a saved plan that was %s', async (_, spoil) => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env });
    folder.write('plan.json', spoil(folder.read('plan.json')));
    const before = sandbox.state();
    const { code, stdout, stderr } = await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^"plan\.json": This isn't a saved plan.+\n$/);
    expect(sandbox.state()).toEqual(before);
  });
});
