import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { environmentOf, sandboxWith } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

const one = `service: default
roles:
  - friendlyName: Auditor
    type: service
    permissions: [joinConversation]
`;
const two = one.replace('[joinConversation]', '[joinConversation, createConversation]');

/** The permissions of each live role with this name. */
function live(friendlyName: string) {
  return sandbox
    .state()
    .services.flatMap(({ roles }) => roles)
    .filter((role) => role.friendlyName === friendlyName)
    .map(({ permissions }) => [...permissions].sort());
}

const clean = (text: string) =>
  text
    .replaceAll(/[A-Z]{2}…[0-9a-f]{4}/g, (sid) => `${sid.slice(0, 2)}…`)
    .replace(/\n {2}Not in the file.*/s, '');

describe('twilio-roles plan', () => {
  it('exits with 2 where there are changes, and with 0 where there are none', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const { code, stdout, stderr } = await folder.run(['plan', '--sandbox'], { env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(clean(stdout)).toBe(`Support (IS…, account AC…): 1 change

  + Auditor (service)
      joinConversation
`);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(await folder.run(['plan', '--sandbox'], { env })).toMatchObject({ code: 0 });
  });

  it.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['nope.yaml'], 'There is no file "nope.yaml".'],
    [['data'], '"data" is a folder. Name a file in it.'],
    [['--out', 'no/such/plan.json'], `no/such" isn't there. Check the path.`],
    [['--out', 'data'], '/data" is a folder. Name a file in it.'],
  ])('exits with 1 for %j: 2 says that there are changes', async (args, message) => {
    const folder = cliFolder({ 'roles.yaml': one, 'data/other.txt': '' });
    expect(await folder.run(['plan', '--sandbox', ...args], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    });
  });

  it('prints Markdown and JSON', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const markdown = await folder.run(['plan', '--sandbox', '--format', 'markdown'], { env });
    expect(markdown.stdout).toContain('`Auditor`');
    const json = await folder.run(['plan', '--sandbox', '--format', 'json'], { env });
    expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, changes: [{ verb: 'create-role' }] });
  });

  it('exits with 1 and draws the problem where the file has an error', async () => {
    const folder = cliFolder({ 'roles.yaml': one.replace('joinConversation', 'joinConversatoin') });
    const { code, stdout, stderr } = await folder.run(['plan', '--sandbox'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('roles.yaml:5:19 error Unknown permission "joinConversatoin"');
  });
});

describe('twilio-roles deploy', () => {
  it('writes, reports, and has nothing to do after', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const { code, stdout, stderr } = await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(code).toBe(0);
    expect(clean(stdout.slice(stdout.lastIndexOf('Support (')))).toBe(`Support (IS…, account AC…): 1 done

  done       + Auditor (service)
`);
    expect(stderr).toContain('Journal: ');
    expect(live('Auditor')).toEqual([['joinConversation']]);
    expect(await folder.run(['deploy', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('done'),
    });
  });

  it('wants --yes where there is no terminal to ask on', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    expect(await folder.run(['deploy', '--sandbox'], { env })).toMatchObject({
      code: 1,
      stderr: 'There is no terminal to ask on. Use --yes.\n',
    });
    expect(live('Auditor')).toEqual([]);
  });

  it('stops at the first failure and says what was not tried', async () => {
    const folder = cliFolder({
      'roles.yaml': `${one}  - friendlyName: Second\n    type: service\n    permissions: [joinConversation]\n`,
    });
    sandbox.fail({ kind: '500', method: 'POST', times: 20 });
    const { code, stdout } = await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('failed     + Auditor (service)');
    expect(stdout).toContain('not tried  + Second (service)');
    expect(live('Second')).toEqual([]);
  });

  it('carries on after a failure, where it is told to', async () => {
    const folder = cliFolder({
      'roles.yaml': `${one}  - friendlyName: Second\n    type: service\n    permissions: [joinConversation]\n`,
    });
    sandbox.fail({ kind: '500', method: 'POST', times: 1 });
    const { code, stdout } = await folder.run(['deploy', '--sandbox', '--yes', '--continue'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('1 failed');
    expect(stdout).toContain('done       + Second (service)');
    expect(live('Second')).toEqual([['joinConversation']]);
  });

  it('deletes only where it is told to, and no role that is in use', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const kept = await folder.run(['plan', '--sandbox'], { env });
    expect(kept.stdout).toContain('left alone: service admin');
    const pruned = await folder.run(['plan', '--sandbox', '--prune'], { env });
    expect(pruned.stdout).toMatch(/^ {2}- channel admin \(conversation\)/m);
    expect(live('channel admin')).toHaveLength(2); // The other service has one, too.
    expect(await folder.run(['deploy', '--sandbox', '--prune', '--yes'], { env })).toMatchObject({ code: 0 });
    expect(live('channel admin')).toHaveLength(1);
    expect(live('Customer')).toHaveLength(1);
  });

  it('carries out a saved plan, and refuses it once live has moved on', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    expect(await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env })).toMatchObject({ code: 2 });
    expect(await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 0,
    });
    expect(live('Auditor')).toEqual([['joinConversation']]);
    expect(await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env })).toMatchObject({
      code: 1,
      stderr: 'What is live has moved on since the plan was made. Plan again.\n',
    });
  });

  it('knows a saved plan by its content, whatever it is called', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    await folder.run(['plan', '--sandbox', '--out', 'reviewed.plan'], { env });
    const deployed = await folder.run(['deploy', 'reviewed.plan', '--sandbox', '--yes'], { env });
    expect(deployed).toMatchObject({ code: 0, stdout: expect.stringContaining('1 done') });
  });

  it('writes nothing where its journal has no place', async () => {
    const folder = cliFolder({ 'roles.yaml': one, data: 'a file where the folder should be' });
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
    const folder = cliFolder({ 'roles.yaml': one });
    await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env });
    folder.write('plan.json', spoil(folder.read('plan.json')));
    const before = sandbox.state();
    const { code, stdout, stderr } = await folder.run(['deploy', 'plan.json', '--sandbox', '--yes'], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^"plan\.json": This isn't a saved plan.+\n$/);
    expect(sandbox.state()).toEqual(before);
  });
});

describe('twilio-roles undo', () => {
  it('takes the last deploy to this account back, whatever was deployed to others since', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', two);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    const { env: elsewhere } = await sandboxWith({ randomSeed: 2 });
    expect(await folder.run(['deploy', '--sandbox', '--yes'], { env: elsewhere })).toMatchObject({ code: 0 });
    expect(await folder.run(['undo', '--sandbox', '--yes'], { env })).toMatchObject({ code: 0 });
    expect(live('Auditor')).toEqual([['joinConversation']]);
  });

  it.each([
    ['a folder', '.', '" is a folder. Name a file in it.\n'],
    ['no journal', 'roles.yaml', "The journal doesn't say what was planned"],
    ['nothing', 'nope.jsonl', `nope.jsonl" isn't there. Check the path.\n`],
  ])('says what is wrong with a journal that is %s', async (_, name, message) => {
    const folder = cliFolder({ 'roles.yaml': one });
    expect(await folder.run(['undo', name, '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('takes the last deploy back', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', two);
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(live('Auditor')).toEqual([['createConversation', 'joinConversation']]);
    expect(readdirSync(folder.path('data/twilio-roles'))).toHaveLength(2);

    const { code, stdout } = await folder.run(['undo', '--sandbox', '--yes'], { env });
    expect({ code, stdout: clean(stdout) }).toEqual({
      code: 0,
      stdout: expect.stringContaining('- createConversation'),
    });
    expect(live('Auditor')).toEqual([['joinConversation']]);
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

describe('twilio-roles pull', () => {
  it('makes a file that has nothing left to plan', async () => {
    const folder = cliFolder();
    const pulled = await folder.run(['pull', '--service', 'default', '--sandbox', '--out', 'roles.yaml'], {
      env,
    });
    expect(pulled).toEqual({ code: 0, stdout: '', stderr: 'Wrote roles.yaml.\n' });
    expect(folder.read('roles.yaml')).toContain('friendlyName: Supervisor');
    expect(await folder.run(['check'], { env })).toMatchObject({
      stdout: expect.stringContaining('0 errors'),
    });
    expect(await folder.run(['plan', '--sandbox'], { env })).toMatchObject({
      code: 0,
    });
  });

  it.each([
    [['--write'], 'There is no file to change. Name it, or use --out.\n'],
    [['--write', '--out', 'x.yaml'], 'Use --write or --out, not both.\n'],
    [[], 'Say which service: --service IS… or --service default.\n'],
    [['--out', 'no/such/roles.yaml', '--service', 'default'], `no/such" isn't there. Check the path.\n`],
  ])('%j is bad use', async (args, message) => {
    const { code, stdout, stderr } = await cliFolder().run(['pull', '--sandbox', ...args], { env });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('says what keeps a file from being brought up to date', async () => {
    const folder = cliFolder({ 'roles.yaml': `${one}  - {` });
    const { code, stdout } = await folder.run(['pull', 'roles.yaml', '--sandbox', '--write'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(folder.read('roles.yaml')).toBe(`${one}  - {`);
  });

  it('keeps what stands in a file by hand', async () => {
    const folder = cliFolder({ 'roles.yaml': two.replace('roles:', '# ours\nroles: # here') });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', one.replace('roles:', '# ours\nroles: # here'));
    expect(await folder.run(['pull', 'roles.yaml', '--sandbox', '--write'], { env })).toMatchObject({
      code: 0,
    });
    expect(folder.read('roles.yaml')).toBe(two.replace('roles:', '# ours\nroles: # here'));
  });
});

describe('--service', () => {
  const several = one.replace(
    'service: default',
    `services: { production: default, staging: IS${'0'.repeat(32)} }`,
  );

  it.each([
    [one, 'default', '1 change'],
    [several, 'production', '1 change'],
    [several, 'default', '1 change'],
    [one.replace('service: default\n', ''), 'default', '1 change'],
  ])('takes a name, or what the name stands for: %#', async (text, service, shown) => {
    const folder = cliFolder({ 'roles.yaml': text });
    expect(await folder.run(['plan', '--service', service, '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: expect.stringContaining(shown),
      stderr: '',
    });
  });

  it.each([
    [one, 'prod', '"roles.yaml" is for the service default alone. Leave --service out'],
    [several, 'prod', 'No service "prod" in the file; it has "production", "staging"'],
    [several, undefined, 'The file names 2 services; say which one to deploy to'],
    [one.replace('service: default\n', ''), undefined, '"roles.yaml" names no service. Say which'],
    [one.replace('service: default\n', ''), 'prod', 'There is no service "prod": write an IS SID'],
  ])('says what to write instead: %#', async (text, service, message) => {
    const folder = cliFolder({ 'roles.yaml': text });
    const args = service === undefined ? [] : ['--service', service];
    expect(await folder.run(['plan', ...args, '--sandbox'], { env })).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });
});

describe('what can be wrong about the account', () => {
  const account = `AC${'0'.repeat(32)}`;

  it.each([
    ['no credentials', {}, [], 1, 'TWILIO_ACCOUNT_SID is not set.'],
    [
      'no secret',
      { TWILIO_ACCOUNT_SID: account, TWILIO_API_KEY: 'SK0' },
      [],
      1,
      'TWILIO_API_SECRET is not. Set both.',
    ],
    ['no twilio-cli', {}, ['--profile', 'work'], 1, 'There is no ~/.twilio-cli/config.json.'],
  ])('%s', async (_, environment, args, code, message) => {
    const folder = cliFolder({ 'roles.yaml': one });
    const result = await folder.run(['plan', ...args], { env: environment });
    expect(result).toEqual({ code, stdout: '', stderr: expect.stringContaining(message) });
  });

  it.each([
    [
      'the environment',
      [],
      {
        TWILIO_ACCOUNT_SID: account,
        TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
        TWILIO_API_SECRET: 'nobody-reads-this',
      },
    ],
    ['a profile', ['--profile', 'work'], {}],
  ])('the network is down, with %s, and never a word of credentials', async (_, args, environment) => {
    const profile = { accountSid: account, apiKey: `SK${'0'.repeat(32)}`, apiSecret: 'nobody-reads-this' };
    const folder = cliFolder({
      'roles.yaml': one,
      '.twilio-cli/config.json': JSON.stringify({ profiles: { work: profile } }),
    });
    // A proxy that isn't there: nothing leaves this machine.
    const closed = await startSandbox();
    await closed.close();
    const proxy = { HTTPS_PROXY: closed.url.replace('//', '//me:nobody-reads-this@') };
    const { code, stdout, stderr } = await folder.run(['plan', ...args], {
      env: { ...environment, ...proxy },
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /no answer from conversations\.twilio\.com .*Check the network and the proxy settings\.\n$/,
    );
    expect(stderr).not.toContain('nobody-reads-this');
    expect(stderr).not.toContain('    at ');
  });

  it('names the profiles that there are', async () => {
    const folder = cliFolder({
      'roles.yaml': one,
      '.twilio-cli/config.json': '{"profiles":{"home":{},"office":{}}}',
    });
    expect(await folder.run(['plan', '--profile', 'work'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'twilio-cli has no profile "work". It has: "home", "office".\n',
    });
  });

  it('wrong credentials, and never a word of them', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const wrong = { ...env, TWILIO_ROLES_SANDBOX_TOKEN: 'not-the-token' };
    const { code, stdout, stderr } = await folder.run(['plan', '--sandbox'], { env: wrong });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/20003/);
    expect(stderr).not.toContain('not-the-token');
  });

  it('a sandbox that is not on this machine', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    const elsewhere = { ...env, TWILIO_ROLES_SANDBOX_URL: 'http://sandbox.example' };
    const { code, stderr } = await folder.run(['plan', '--sandbox'], { env: elsewhere });
    expect(code).toBe(1);
    expect(stderr).toContain('a sandbox runs on this machine alone');
  });

  it('a service that the account has not', async () => {
    const folder = cliFolder({ 'roles.yaml': one.replace('default', `IS${'0'.repeat(32)}`) });
    expect(await folder.run(['plan', '--sandbox'], { env })).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(`has no Conversations service IS${'0'.repeat(32)}.`),
    });
  });

  it('nobody at the other end', async () => {
    const folder = cliFolder({ 'roles.yaml': one });
    await sandbox.close();
    const { code, stderr } = await folder.run(['plan', '--sandbox'], { env });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Check the network') });
    sandbox = await startSandbox();
  });
});
