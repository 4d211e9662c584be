import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { auditor, environmentOf } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

const two = auditor.replace('[joinConversation]', '[joinConversation, createConversation]');

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

  it.each([
    [
      ['pull', '--service', 'default', '--sandbox'],
      'Bring it up to date with "pull roles.yaml --write", or name another file.',
    ],
    [
      ['pull', 'other.yaml', '--sandbox'],
      'Bring it up to date with "pull roles.yaml --write", or name another file.',
    ],
    [['convert', 'chat.yaml'], 'Remove it first, or name another file.'],
  ])('%j writes over no other file that is there', async (args, remedy) => {
    const byHand = `# why\n${auditor}`;
    const chat = 'product: chat\nroles: []\n';
    const folder = cliFolder({ 'roles.yaml': byHand, 'other.yaml': auditor, 'chat.yaml': chat });
    expect(await folder.run([...args, '--out', 'roles.yaml'], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: `"roles.yaml" is there already. ${remedy}\n`,
    });
    expect(folder.read('roles.yaml')).toBe(byHand);
  });

  it.each(['roles.yaml', './roles.yaml', 'made-by-mktemp.yaml'])(
    'writes to the file that it has read, or that has nothing to lose: %s',
    async (out) => {
      const folder = cliFolder({ 'roles.yaml': `# ours\n${auditor}`, 'made-by-mktemp.yaml': '' });
      expect(await folder.run(['pull', 'roles.yaml', '--sandbox', '--out', out], { env })).toMatchObject({
        code: 0,
      });
      expect(folder.read(out)).toContain('# ours');
    },
  );

  it.each([
    ['a new file', ['--service', 'default']],
    ['one that is there', ['roles.yaml']],
  ])('takes users into %s by identity and by SID', async (_, from) => {
    const [ada, bram] = sandbox.state().services[0]?.users ?? [];
    if (!ada || !bram) throw new Error('Not seeded.');
    const users = ['--user', ada.identity, '--user', bram.sid];
    const folder = cliFolder({ 'roles.yaml': auditor });
    const { code, stdout } = await folder.run(['pull', ...from, '--sandbox', ...users], { env });
    expect(code).toBe(0);
    expect(stdout.match(/(?<=- identity: ).*/g)).toEqual([ada.identity, bram.identity]);
  });

  it('writes no file without a user who was asked for', async () => {
    const nobody = `US${'0'.repeat(32)}`;
    const [ada] = sandbox.state().services[0]?.users ?? [];
    const users = ['nope', ada?.identity ?? '', nobody].flatMap((user) => ['--user', user]);
    const folder = cliFolder({ 'roles.yaml': auditor });
    expect(await folder.run(['pull', 'roles.yaml', '--sandbox', '--write', ...users], { env })).toEqual({
      code: 1,
      stdout: '',
      stderr: `There is no user "nope" in Support.\nThere is no user "${nobody}" in Support.\n`,
    });
    expect(folder.read('roles.yaml')).toBe(auditor);
  });

  it('says what keeps a file from being brought up to date', async () => {
    const folder = cliFolder({ 'roles.yaml': `${auditor}  - {` });
    const { code, stdout } = await folder.run(['pull', 'roles.yaml', '--sandbox', '--write'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(folder.read('roles.yaml')).toBe(`${auditor}  - {`);
  });

  it('keeps what stands in a file by hand', async () => {
    const folder = cliFolder({ 'roles.yaml': two.replace('roles:', '# ours\nroles: # here') });
    await folder.run(['deploy', '--sandbox', '--yes'], { env });
    folder.write('roles.yaml', auditor.replace('roles:', '# ours\nroles: # here'));
    expect(await folder.run(['pull', 'roles.yaml', '--sandbox', '--write'], { env })).toMatchObject({
      code: 0,
    });
    expect(folder.read('roles.yaml')).toBe(two.replace('roles:', '# ours\nroles: # here'));
  });
});
