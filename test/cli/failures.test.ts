/** What ends a command: each command with each, as the process that a script or a person meets. */
import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder, withoutPrivilege } from '../support/cli';
import { auditor, environmentOf } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

/** Bad use is 2, save of `plan`, where that says that there are changes. */
const badUse = (command: string) => (command.startsWith('plan') ? 1 : 2);
const words = (command: string) => command.split(' ');

describe.each(['check', 'convert', 'matrix', 'plan', 'deploy --yes', 'pull --write'])('%s', (command) => {
  const run = (folder: ReturnType<typeof cliFolder>, name: string, through: readonly string[] = []) => {
    const live = /plan|deploy|pull/.test(command) ? ['--sandbox'] : [];
    return folder.run([...words(command), name, ...live], { env, through });
  };
  const refused = (message: string | RegExp) => ({
    code: badUse(command),
    stdout: '',
    stderr: expect.stringMatching(message),
  });

  it('names a file that is not there', async () => {
    expect(await run(cliFolder(), 'nope.yaml')).toEqual(
      refused(/^There is no file "nope\.yaml"\. Check the path/),
    );
  });

  it('says what a folder in the place of a file is', async () => {
    const folder = cliFolder({ 'team/other.txt': '' });
    const message =
      command === 'check' ? /^Found no roles\.yaml here\./ : /^"team" is a folder\. Name a file in it\.\n$/;
    expect(await run(folder, 'team')).toEqual(refused(message));
  });

  it('names a file that cannot be read', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    chmodSync(folder.path('roles.yaml'), 0);
    expect(await run(folder, 'roles.yaml', withoutPrivilege)).toEqual(
      refused(/^".*\/roles\.yaml" can't be read or written\. Check its permissions\.\n$/),
    );
  });

  it("leaves another tool's file alone", async () => {
    const folder = cliFolder({ 'roles.yaml': 'apiVersion: v1\nkind: Role\n' });
    const result = await run(folder, 'roles.yaml');
    if (command === 'check')
      expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('1 file of other tools') });
    else expect(result).toEqual(refused(/^"roles\.yaml" looks like another tool's file\./));
    expect(folder.read('roles.yaml')).toBe('apiVersion: v1\nkind: Role\n');
  });
});

describe.each(['plan', 'deploy --yes', 'pull --service default', 'undo --yes'])('%s', (command) => {
  /** A folder from which a deploy was made, so that there is one to undo, and what is live since. */
  async function deployed() {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['deploy', '--yes', '--sandbox'], { env });
    folder.write('roles.yaml', auditor.replace('Auditor', 'Second'));
    return { folder, before: sandbox.state() };
  }

  it('asks for the credentials that are missing', async () => {
    const { folder } = await deployed();
    expect(await folder.run(words(command))).toEqual({
      code: badUse(command),
      stdout: '',
      stderr: expect.stringMatching(
        /^TWILIO_ACCOUNT_SID is not set\. .* Or use --profile .*, or --sandbox\.\n$/,
      ),
    });
  });

  it('says that credentials are wrong, and never a word of them', async () => {
    const { folder, before } = await deployed();
    const wrong = { ...env, TWILIO_ROLES_SANDBOX_TOKEN: 'not-the-token' };
    const { code, stdout, stderr } = await folder.run([...words(command), '--sandbox'], { env: wrong });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('20003');
    expect(stderr).not.toContain('not-the-token');
    expect(sandbox.state()).toEqual(before);
  });

  it('says that nobody answers', async () => {
    const { folder } = await deployed();
    await sandbox.close();
    const { code, stdout, stderr } = await folder.run([...words(command), '--sandbox'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/no answer from .* Check the network/);
    expect(stderr).not.toContain('    at ');
    sandbox = await startSandbox();
  });

  it('names a service that the account has not', async () => {
    const { folder, before } = await deployed();
    const none = `IS${'0'.repeat(32)}`;
    const journal = 'data/twilio-roles/none.jsonl';
    if (command.startsWith('undo')) {
      const sid =
        before.services.find(({ roles }) => roles.some(({ friendlyName }) => friendlyName === 'Auditor'))
          ?.sid ?? '';
      folder.write(journal, folder.readOnly('data/twilio-roles').replaceAll(sid, none));
    } else {
      folder.write('roles.yaml', auditor.replace('service: default\n', ''));
    }
    const args = command.startsWith('undo')
      ? [...words(command), journal]
      : [...words(command.replace(' --service default', '')), '--service', none];
    expect(await folder.run([...args, '--sandbox'], { env })).toEqual({
      code: badUse(command),
      stdout: '',
      stderr: expect.stringContaining(`has no Conversations service ${none}.`),
    });
    expect(sandbox.state()).toEqual(before);
  });
});
