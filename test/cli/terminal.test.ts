/** What only a person at a terminal meets: questions, a reader that goes, Ctrl-C. The bar is in progress.test.ts. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';
import { sandboxWith } from '../support/cli-sandbox';

const role = (friendlyName: string) => `  - friendlyName: ${friendlyName}
    type: service
    permissions: [joinConversation]
`;
const file = `service: default\nroles:\n${role('First')}${role('Second')}${role('Third')}`;

describe('on a terminal, a deploy', () => {
  it('asks, and writes after a yes', async () => {
    const { env, names } = await sandboxWith();
    const folder = cliFolder({ 'roles.yaml': file });
    const { code, stdout } = await folder.runOnTerminal(
      ['deploy', '--sandbox'],
      [{ to: /\[y\/N\]/, type: 'y\r' }],
      { env },
    );
    expect(stdout).toContain('Deploy 3 changes to Support');
    expect(stdout).toContain('3 done');
    expect(code).toBe(0);
    expect(names()).toEqual(expect.arrayContaining(['First', 'Second', 'Third']));
  });

  it.each(['n\r', '\r', 'yep\r'])('writes nothing after %j', async (type) => {
    const { env, names } = await sandboxWith();
    const folder = cliFolder({ 'roles.yaml': file });
    const { code, stdout } = await folder.runOnTerminal(['deploy', '--sandbox'], [{ to: /\[y\/N\]/, type }], {
      env,
    });
    expect(stdout).toContain('Not deployed.');
    expect(code).toBe(1);
    expect(names()).not.toContain('First');
  });

  // Ctrl-D ends the input; it is no answer, and Ctrl-C says that nobody is going to give one.
  it.each([
    ['Ctrl-C', '\u0003', 130, 'Cancelled.'],
    ['Ctrl-D', '\u0004', 1, 'Not deployed.'],
  ])('writes nothing after %s, and says so on a line of its own', async (_, type, code, word) => {
    const { env, names } = await sandboxWith();
    const folder = cliFolder({ 'roles.yaml': file });
    const ended = await folder.runOnTerminal(['deploy', '--sandbox'], [{ to: /\[y\/N\]/, type }], { env });
    expect(ended).toMatchObject({
      code,
      stdout: expect.stringMatching(`\\[y/N\\] [^\r\n]*\r\n${word}\r\n$`),
    });
    expect(names()).not.toContain('First');
  });

  it('wants the name of the service where it takes away much at once', async () => {
    const { env, sandbox } = await sandboxWith();
    const before = sandbox.state();
    const folder = cliFolder({
      'roles.yaml': `service: default
roles:
  - friendlyName: Agent
    type: service
    permissions: [createConversation]
  - friendlyName: Guest
    type: service
    permissions: [createConversation]
`,
    });
    const question = { to: /Type the service's name, Support, to go on:/, type: 'Suport\r' };
    const wrong = await folder.runOnTerminal(['deploy', '--sandbox'], [question], { env });
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('Not deployed.') });
    expect(sandbox.state()).toEqual(before);
    const elsewhere = await folder.run(['deploy', '--sandbox', '--yes'], { env });
    expect(elsewhere).toMatchObject({ code: 1, stderr: expect.stringContaining('use --force') });
    expect(sandbox.state()).toEqual(before);
    const right = await folder.runOnTerminal(['deploy', '--sandbox'], [{ ...question, type: 'Support\r' }], {
      env,
    });
    expect(right).toMatchObject({ code: 0, stdout: expect.stringContaining('2 done') });
    sandbox.reset(before);
    const forced = await folder.run(['deploy', '--sandbox', '--yes', '--force'], { env });
    expect(forced).toMatchObject({ code: 0, stdout: expect.stringContaining('2 done') });
  });
});

describe('a reader that has gone', () => {
  it('ends no deploy in its middle', async () => {
    const { env, names } = await sandboxWith();
    const folder = cliFolder({ 'roles.yaml': file });
    const { code } = await folder.run(['deploy', '--sandbox', '--yes'], {
      env,
      onSpawn: ({ stdout, stderr }) => {
        stdout?.destroy();
        stderr?.destroy();
      },
    });
    expect(code).toBe(0);
    expect(names()).toEqual(expect.arrayContaining(['First', 'Second', 'Third']));
    const [journal = ''] = readdirSync(folder.path('data/twilio-roles'));
    expect(folder.read(`data/twilio-roles/${journal}`)).toContain('"finished"');
  });
});

describe('Ctrl-C', () => {
  // Twice at once is how npx passes it on; SIGTERM is a runner that cancels its job.
  it.each([[['SIGINT']], [['SIGINT', 'SIGINT']], [['SIGTERM']], [['SIGHUP']]] as const)(
    'lets the write in flight finish, and tries nothing more: %j',
    async (signals) => {
      let child: ChildProcess | undefined;
      const { env, names } = await sandboxWith({
        onCall: ({ method }) => {
          if (method === 'POST') for (const signal of signals) child?.kill(signal);
        },
      });
      const folder = cliFolder({ 'roles.yaml': file });
      const { code, stdout, stderr } = await folder.run(['deploy', '--sandbox', '--yes'], {
        env,
        onSpawn: (spawned) => {
          child = spawned;
        },
      });
      expect(code).toBe(1);
      expect(stderr).toContain('Finishing the write in flight; the rest is not tried.');
      expect(stdout).toContain('1 done, 2 not tried');
      expect(names()).toContain('First');
      expect(names()).not.toContain('Second');
    },
  );

  it.each(['plan', 'deploy --yes'])(
    'before anything is written ends %s with 130 and a word',
    async (command) => {
      let child: ChildProcess | undefined;
      const { sandbox, env } = await sandboxWith({
        onCall: ({ path }) => {
          if (path.endsWith('/Roles')) child?.kill('SIGINT');
        },
        faults: { latency: 1 },
      });
      const before = sandbox.state();
      const folder = cliFolder({ 'roles.yaml': file });
      const ended = await folder.run([...command.split(' '), '--sandbox'], {
        env,
        onSpawn: (spawned) => {
          child = spawned;
        },
      });
      expect(ended).toEqual({ code: 130, stdout: '', stderr: 'Cancelled.\n' });
      expect(sandbox.state()).toEqual(before);
    },
  );

  it('quits at the second time, and the journal says which write was under way', async () => {
    let child: ChildProcess | undefined;
    const { sandbox, env, names } = await sandboxWith({
      latency: 60_000,
      onCall: ({ method }) => {
        if (method === 'POST') child?.kill('SIGINT');
      },
    });
    sandbox.fail({ kind: 'latency', method: 'POST' });
    const folder = cliFolder({ 'roles.yaml': file });
    const { code, stdout } = await folder.run(['deploy', '--sandbox', '--yes'], {
      env,
      onSpawn: (spawned) => {
        child = spawned;
        spawned.stderr?.on('data', (chunk) => {
          if (!String(chunk).includes('Ctrl-C again quits')) return;
          const impatient = setInterval(() => spawned.kill('SIGINT'), 50);
          spawned.once('exit', () => clearInterval(impatient));
        });
      },
    });
    expect(code).toBe(130);
    expect(stdout).not.toContain('done');
    expect(names()).not.toContain('Second');
    const [journal = ''] = readdirSync(folder.path('data/twilio-roles'));
    expect(folder.read(`data/twilio-roles/${journal}`).trimEnd().split('\n').at(-1)).toContain('"writing"');
    const listed = await folder.run(['undo', '--list'], { env });
    expect(listed.stdout).toContain('  1 unsure, 2 not tried, interrupted\n');
  });
});
