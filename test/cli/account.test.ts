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

describe('what can be wrong about the account', () => {
  const account = `AC${'0'.repeat(32)}`;

  it.each([
    [
      'no secret',
      { TWILIO_ACCOUNT_SID: account, TWILIO_API_KEY: 'SK0' },
      [],
      1,
      'TWILIO_API_SECRET is not. Set both.',
    ],
    ['no twilio-cli', {}, ['--profile', 'work'], 1, 'There is no ~/.twilio-cli/config.json.'],
  ])('%s', async (_, environment, args, code, message) => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const result = await folder.run(['plan', ...args], { env: environment });
    expect(result).toEqual({ code, stdout: '', stderr: expect.stringContaining(message) });
  });

  it.each([['plan'], ['deploy'], ['pull']])(
    '%s with credentials of another region than the file’s',
    async (command) => {
      const folder = cliFolder({
        'roles.yaml': 'services:\n  production: { sid: default, region: ie1, edge: dublin }\nroles: []\n',
      });
      // A proxy that isn't there: a request would end in another message.
      const closed = await startSandbox();
      await closed.close();
      const env = {
        TWILIO_ACCOUNT_SID: account,
        TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
        TWILIO_API_SECRET: 'a-secret',
        HTTPS_PROXY: closed.url,
      };
      expect(await folder.run([command, 'roles.yaml', '--service', 'production'], { env })).toEqual({
        code: 1,
        stdout: '',
        stderr:
          '"roles.yaml" is for region ie1, and these are credentials of us1. Use those of ie1, with TWILIO_REGION and TWILIO_EDGE beside them.\n',
      });
    },
  );

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
      'roles.yaml': auditor,
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
      'roles.yaml': auditor,
      '.twilio-cli/config.json': '{"profiles":{"home":{},"office":{}}}',
    });
    expect(await folder.run(['plan', '--profile', 'work'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'twilio-cli has no profile "work". It has: "home", "office".\n',
    });
  });

  it('an empty name of a sandbox, which is as none', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const empty = { TWILIO_ROLES_SANDBOX_URL: '' };
    const { code, stderr } = await folder.run(['plan', '--sandbox'], { env: empty });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^Sandbox at http:/) });
  });

  it('a sandbox that is not on this machine', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const elsewhere = { ...env, TWILIO_ROLES_SANDBOX_URL: 'http://sandbox.example' };
    const { code, stderr } = await folder.run(['plan', '--sandbox'], { env: elsewhere });
    expect(code).toBe(1);
    expect(stderr).toContain('a sandbox runs on this machine alone');
  });
});
