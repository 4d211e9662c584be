import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { bigFile } from '../support/big-file';
import { cliFolder } from '../support/cli';

const chat = `product: chat
roles:
  - friendlyName: Agent # keeps its comment
    type: channel
    permissions: [sendMessage, addMember, inviteMember]
`;

describe('twilio-roles convert', () => {
  it('prints the Conversations file, and writes only when it is told to', async () => {
    const folder = cliFolder({ 'chat.roles.yaml': chat });
    const { code, stdout } = await folder.run(['convert', 'chat.roles.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain('type: conversation');
    expect(stdout).toContain('addParticipant');
    expect(stdout).toContain('# keeps its comment');
    expect(folder.read('chat.roles.yaml')).toBe(chat);

    await folder.run(['convert', 'chat.roles.yaml', '--out', 'roles.yaml']);
    expect(folder.read('roles.yaml')).toBe(stdout);
    expect(await folder.run(['check', 'roles.yaml'])).toMatchObject({ code: 0 });
  });

  it('has nothing to do for a Conversations file', async () => {
    const folder = cliFolder({ 'roles.yaml': 'product: conversations\n' });
    expect(await folder.run(['convert', 'roles.yaml'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '"roles.yaml" is a Conversations file already: it has no "product: chat".\n',
    });
  });
});

describe('twilio-roles explain', () => {
  it('says what a permission is, and its other name', async () => {
    const { stdout, code } = await cliFolder().run(['explain', 'addMember']);
    expect(code).toBe(0);
    expect(stdout).toContain('addMember: may ');
    expect(stdout).toContain('called addParticipant in Conversations');
  });

  it.each([
    ['fly', 'https://www.twilio.com/docs/conversations/api/role-resource lists them.'],
    ['send_mesage', 'did you mean "sendMessage"?'],
  ])('knows no %s', async (permission, remedy) => {
    expect(await cliFolder().run(['explain', permission])).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        `^Conversations and Chat have no permission "${permission}" as of [0-9-]{10}; ${remedy.replace('?', '\\?')}\n$`,
      ),
    });
  });
});

describe('twilio-roles', () => {
  it('has help with an example for every command', async () => {
    const { stdout } = await cliFolder().run(['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    expect(names).toEqual([
      'check',
      'plan',
      'deploy',
      'pull',
      'undo',
      'convert',
      'matrix',
      'explain',
      'sandbox',
      'lsp',
      'completion',
    ]);
    for (const name of names) {
      const help = await cliFolder().run([name ?? '', '--help']);
      const example = `$ twilio-roles ${name}`;
      expect(help).toEqual({ code: 0, stdout: expect.stringContaining(example), stderr: '' });
    }
  });

  it.each([
    ['check', ['0    clean', '1    problems', '2    bad use']],
    ['plan', ['0    nothing to do', '1    error or bad use', '2    changes']],
    [
      'deploy',
      ['0    done, or nothing to do', '1    something failed, was not tried or was declined', '2    bad use'],
    ],
  ])('says in the help of %s what its exit codes are', async (command, codes) => {
    const { stdout } = await cliFolder().run([command, '--help']);
    const said = ['Exit codes:', ...codes, '130  interrupted'].join('\n  ');
    expect(stdout).toContain(`\n${said}\n`);
  });

  it.each(['plan', 'deploy', 'pull', 'undo'])(
    'says in the help of %s what it opens an account with',
    async (command) => {
      const { stdout } = await cliFolder().run([command, '--help']);
      expect(stdout.split('\nEnvironment:\n')[1]?.match(/TWILIO_\w+/g)).toEqual([
        'TWILIO_ACCOUNT_SID',
        'TWILIO_API_KEY',
        'TWILIO_API_SECRET',
        'TWILIO_AUTH_TOKEN',
        'TWILIO_REGION',
        'TWILIO_EDGE',
      ]);
    },
  );

  it('says its version', async () => {
    expect(await cliFolder().run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('takes a reader that has seen enough for no error', async () => {
    const folder = cliFolder({ 'roles.yaml': bigFile({ roles: 5000, errors: 1 }) });
    const child = spawn(process.execPath, [join(__dirname, '../../dist/cli.js'), 'check'], {
      cwd: folder.path('.'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('gives all of its answer to a reader that is slower than it', async () => {
    const folder = cliFolder({ 'roles.yaml': bigFile({ roles: 20_000, errors: 1 }) });
    const args = ['check', '--format', 'json'];
    const { stdout: expected } = await folder.run(args);
    // A socket of this process doesn't wait, nor does it for a child that finds it in another place than stdout.
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const stdout = connect(port, '127.0.0.1');
    const [[reader]] = await Promise.all([once(server, 'connection'), once(stdout, 'connect')]);
    const bundle = join(__dirname, '../../dist/cli.js');
    const child = spawn('sh', ['-c', 'exec "$0" "$@" >&3', process.execPath, bundle, ...args], {
      cwd: folder.path('.'),
      stdio: ['ignore', 'ignore', 'inherit', stdout],
    });
    stdout.destroy();
    const [[code], answer] = await Promise.all([once(child, 'close'), text(reader)]);
    server.close();
    expect(code).toBe(1);
    expect(answer.length).toBe(expected.length);
    expect(answer === expected).toBe(true);
  });

  it('runs a sandbox until it is told to end', async () => {
    let first = '';
    const ended = await cliFolder().run(['sandbox', '--json'], {
      onSpawn: (child) => {
        child.stdout?.once('data', (chunk) => {
          first = String(chunk);
          child.kill('SIGTERM');
        });
      },
    });
    expect(JSON.parse(first)).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    expect(ended).toEqual({ code: 0, stdout: first, stderr: '' });
    expect(await cliFolder().run(['sandbox', '--port', 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Write a whole number from 0 to 65535.\n'),
    });
  });

  it.each([
    ['sandbox', '-h'],
    ['sandbox', '--help'],
    ['help', 'sandbox'],
  ])('%s %s shows its flags', async (...args) => {
    const { code, stdout } = await cliFolder().run(args);
    expect(code).toBe(0);
    for (const text of ['--fault <kind:rate>', 'TWILIO_ROLES_SANDBOX_TOKEN', 'sandbox --port 4010'])
      expect(stdout).toContain(text);
  });

  it.each([[[]], [['--stdio']], [['--stdio', `--clientProcessId=${process.pid}`]]])(
    'speaks the language server protocol with %j, as editors start it',
    async (flags) => {
      const folder = cliFolder();
      const child = spawn(process.execPath, [join(__dirname, '../../dist/cli.js'), 'lsp', ...flags], {
        cwd: folder.path('.'),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const send = (message: object) => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      const [answer] = await once(child.stdout, 'data');
      expect(String(answer)).toContain('Content-Length');
      send({ id: 2, method: 'shutdown' });
      await once(child.stdout, 'data');
      send({ method: 'exit' });
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
    },
  );
});
