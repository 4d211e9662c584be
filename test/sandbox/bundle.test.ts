/** The bundle as people start it: its lines, its exit codes, its file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let directory: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
  await build({
    entryPoints: ['server/src/sandbox/main.ts'],
    outfile: join(directory, 'sandbox.cjs'),
    bundle: true,
    platform: 'node',
    logLevel: 'silent',
  });
});
afterAll(async () => {
  for (const child of running) child.kill();
  await rm(directory, { recursive: true });
});

interface Running {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  readonly stdout: () => string;
  /** Ends it by SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

function run(...args: string[]) {
  const child = spawn(process.execPath, [join(directory, 'sandbox.cjs'), ...args]);
  running.add(child);
  let stdout = '';
  let stderr = '';
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
      if (stdout.split('\n').length > 3) resolve();
    });
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  return { child, exit, started, stdout: () => stdout, stderr: () => stderr };
}

async function start(...args: string[]): Promise<Running> {
  const { child, exit, started, stdout } = run(...args);
  await Promise.race([started, exit]);
  const [, url = '', account = '', token = ''] =
    /^(http:\/\/127\.0\.0\.1:\d+)\naccount (AC\w{32}) token (\w{32})\nkey SK\w{32} secret \w{32}\n$/.exec(
      stdout(),
    ) ?? [];
  return {
    url,
    account,
    token,
    stdout,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
}

async function names({ url, account, token }: Running): Promise<string[]> {
  const response = await fetch(`${url}/v1/Roles`, {
    headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` },
  });
  const { roles } = (await response.json()) as { roles: { friendly_name: string }[] };
  return roles.map(({ friendly_name }) => friendly_name);
}

describe('the bundle', () => {
  it('says where it is and how to sign in, and ends cleanly', async () => {
    const sandbox = await start();
    expect(await names(sandbox)).toContain('Supervisor');
    expect(await sandbox.stop()).toBe(0);
  });

  it('begins with the account of a seed file', async () => {
    const seed = join(directory, 'seed.json');
    const roles = [{ friendlyName: 'Mine', type: 'service', permissions: ['joinConversation'] }];
    const services = [
      { friendlyName: 'S', roles, defaults: { user: 'Mine' }, users: [{ identity: 'a', role: 'Mine' }] },
    ];
    await writeFile(seed, JSON.stringify({ services }));
    const sandbox = await start('--seed', seed);
    expect(await names(sandbox)).toEqual([
      'service admin',
      'service user',
      'channel admin',
      'channel user',
      'Mine',
    ]);
    await sandbox.stop();
  });

  it('keeps the account in a state file, whole at any time', async () => {
    const state = join(directory, 'state.json');
    const first = await start('--state', state, '--random-seed', '5');
    await fetch(`${first.url}/v1/Roles`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${first.account}:${first.token}`)}` },
      body: new URLSearchParams({ FriendlyName: 'Kept', Type: 'service', Permission: 'joinConversation' }),
    });
    await first.stop();
    expect((await readdir(directory)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const second = await start('--state', state);
    expect([second.account, second.token]).toEqual([first.account, first.token]);
    expect(await names(second)).toContain('Kept');
    await second.stop();
    expect(JSON.parse(await readFile(state, 'utf8'))).toMatchObject({ version: 1 });
  });

  it.each(['no/such/state.json', 'empty.json'])('begins anew with %s', async (name) => {
    const state = join(directory, name);
    if (name === 'empty.json') await writeFile(state, '');
    const sandbox = await start('--state', state);
    const url = `${sandbox.url}/v1/Roles`;
    const authorization = `Basic ${btoa(`${sandbox.account}:${sandbox.token}`)}`;
    const body = new URLSearchParams({
      FriendlyName: 'Kept',
      Type: 'service',
      Permission: 'joinConversation',
    });
    await fetch(url, { method: 'POST', headers: { authorization }, body });
    expect(await sandbox.stop()).toBe(0);
    expect(await readFile(state, 'utf8')).toContain('"Kept"');
  });

  it('prints JSON for programs', async () => {
    const { child, exit, stdout } = run('--json');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(JSON.parse(stdout())).toMatchObject({
      url: expect.stringMatching(/^http:/),
      sid: expect.stringMatching(/^AC/),
    });
  });

  it.each([
    [['--port', 'x'], / Write a whole number from 0 to 65535\.\n/],
    [['--nothing'], /^error: unknown option '--nothing'/],
    [['--seed', 'nowhere.json'], /^sandbox: ENOENT.*nowhere\.json/],
    [['--seed', 'esbuild.mjs'], /^sandbox: esbuild\.mjs isn't JSON/],
    [['--state', 'docs'], /^sandbox: docs can't be used: EISDIR/],
    [['--state', 'esbuild.mjs/state.json'], /^sandbox: esbuild\.mjs\/state\.json can't be used: /],
    [['--state', 'esbuild.mjs'], /^sandbox: esbuild\.mjs isn't a sandbox's state\. Name another file/],
    [['--state', 'package.json'], /^sandbox: package\.json isn't a sandbox's state\. Name another file/],
  ])('exits with 2 and a sentence for %j', async (args, message) => {
    const { exit, stderr, stdout } = run(...args);
    expect(await exit).toBe(2);
    expect(stderr()).toMatch(message);
    expect(stdout()).toBe('');
  });

  it.each(['--help', '-h'])('explains itself with %s', async (flag) => {
    const { exit, stdout } = run(flag);
    expect(await exit).toBe(0);
    expect(stdout()).toContain('--fault <kind:rate>');
  });
});
