import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { auditor, environmentOf, withoutSids } from '../support/cli-sandbox';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox();
  env = environmentOf(sandbox);
});
afterEach(() => sandbox.close());

describe('twilio-roles plan', () => {
  it('exits with 2 where there are changes, and with 0 where there are none', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const { code, stdout, stderr } = await folder.run(['plan', '--sandbox'], { env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(withoutSids(stdout)).toBe(`Support (IS…, account AC…): 1 change

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
    const folder = cliFolder({ 'roles.yaml': auditor, 'data/other.txt': '' });
    expect(await folder.run(['plan', '--sandbox', ...args], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    });
  });

  it.each([['roles.yaml'], ['notes.md']])('saves no plan over %s, which is none', async (out) => {
    const folder = cliFolder({ 'roles.yaml': auditor, 'notes.md': '# Roles' });
    const before = folder.read(out);
    // Before it asks for an account, which isn't named here.
    expect(await folder.run(['plan', 'roles.yaml', '--out', out])).toEqual({
      code: 1,
      stdout: '',
      stderr: `"${out}" is there already, and is no saved plan. Name another file for the plan.\n`,
    });
    expect(folder.read(out)).toBe(before);
  });

  it('saves a plan over an earlier one', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env });
    folder.write('roles.yaml', auditor.replace('Auditor', 'Second'));
    await folder.run(['plan', '--sandbox', '--out', 'plan.json'], { env });
    expect(JSON.parse(folder.read('plan.json'))).toMatchObject({
      changes: [{ id: 'create-role:service:Second' }],
    });
  });

  it('prints Markdown and JSON', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor });
    const markdown = await folder.run(['plan', '--sandbox', '--format', 'markdown'], { env });
    expect(markdown.stdout).toContain('`Auditor`');
    const json = await folder.run(['plan', '--sandbox', '--format', 'json'], { env });
    expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, changes: [{ verb: 'create-role' }] });
  });

  it('says on stderr, which is the log, what its Markdown has no room for', async () => {
    const roles = Array.from(
      { length: 1000 },
      (_, n) => `  - { friendlyName: Role ${n}, type: service, permissions: [joinConversation] }\n`,
    );
    const folder = cliFolder({ 'roles.yaml': `service: default\nroles:\n${roles.join('')}` });
    const { stdout: whole } = await folder.run(['plan', '--sandbox'], { env });
    const { stdout, stderr } = await folder.run(['plan', '--sandbox', '--format', 'markdown'], { env });
    expect(stdout).toMatch(/- and \d+ more; the whole plan is in the log\.\n/);
    expect(stderr).toBe(whole);
  });

  it('exits with 1 and draws the problem where the file has an error', async () => {
    const folder = cliFolder({ 'roles.yaml': auditor.replace('joinConversation', 'joinConversatoin') });
    const { code, stdout, stderr } = await folder.run(['plan', '--sandbox'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('roles.yaml:5:19 error Unknown permission "joinConversatoin"');
  });
});

describe('--service', () => {
  const several = auditor.replace(
    'service: default',
    `services: { production: default, staging: IS${'0'.repeat(32)} }`,
  );

  it.each([
    [auditor, 'default', '1 change'],
    [several, 'production', '1 change'],
    [several, 'default', '1 change'],
    [auditor.replace('service: default\n', ''), 'default', '1 change'],
  ])('takes a name, or what the name stands for: %#', async (text, service, shown) => {
    const folder = cliFolder({ 'roles.yaml': text });
    expect(await folder.run(['plan', '--service', service, '--sandbox'], { env })).toEqual({
      code: 2,
      stdout: expect.stringContaining(shown),
      stderr: '',
    });
  });

  it.each([
    [auditor, 'prod', '"roles.yaml" is for the service default alone. Leave --service out'],
    [several, 'prod', 'No service "prod" in the file; it has "production", "staging"'],
    [several, undefined, 'The file names 2 services; say which one to deploy to'],
    [auditor.replace('service: default\n', ''), undefined, '"roles.yaml" names no service. Say which'],
    [auditor.replace('service: default\n', ''), 'prod', 'There is no service "prod": write an IS SID'],
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
