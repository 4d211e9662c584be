/** The examples for continuous integration, run: a shell, git and the bundle, with stand-ins for npx and GitHub alone. */
import { type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cliFolder } from '../support/cli';
import { sandboxWith } from '../support/cli-sandbox';

const root = join(__dirname, '../..');
const cli = join(root, 'dist/cli.js');
const good = `service: default
roles:
  - friendlyName: Auditor
    type: service
    permissions: [joinConversation]
`;
const bad = good.replace('joinConversation', 'joinConversatoin');

function folderWith(files: Readonly<Record<string, string>>, script: string) {
  const folder = cliFolder({ ...files, 'bin/npx': `#!/bin/sh\n${script}\n` });
  chmodSync(folder.path('bin/npx'), 0o755);
  const env = {
    PATH: `${folder.path('bin')}:${process.env.PATH}`,
    HOME: folder.path('.'),
    NO_COLOR: '1',
    XDG_DATA_HOME: folder.path('data'),
  };
  const options: SpawnSyncOptionsWithStringEncoding = { cwd: folder.path('.'), env, encoding: 'utf8' };
  return { folder, env, options };
}

/** As GitHub runs a step. The sandbox is in this process, so it can't be waited for synchronously. */
async function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return { code: Number(code), text };
}

describe('the commit hook', () => {
  const commit = (
    files: Readonly<Record<string, string>>,
    staged: readonly string[] = Object.keys(files),
  ) => {
    // npx --yes twilio-roles@0.1 check …
    const { options } = folderWith(files, `shift 2; exec "${process.execPath}" "${cli}" "$@"`);
    spawnSync('git', ['init', '--quiet'], options);
    spawnSync('git', ['add', '--', ...staged], options);
    return spawnSync('sh', [join(root, 'examples/ci/pre-commit')], options);
  };

  it('lets a good file pass, whatever it is called', () => {
    const { status, stdout } = commit({
      'a b/roles.yaml': good,
      '-x.roles.yml': good,
      'ünï.roles.yaml': good,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0 errors, 0 warnings, 3 files checked.\n' });
  });

  it('stops a bad one', () => {
    const { status, stdout } = commit({ 'a b/roles.yaml': bad });
    expect(status).not.toBe(0);
    expect(stdout).toContain('a b/roles.yaml:5:19 error Unknown permission "joinConversatoin"');
  });

  it('says nothing where no roles file is in the commit', () => {
    const { status, stdout, stderr } = commit({ 'other.txt': '', 'my-roles.yaml': bad, 'roles.yaml': bad }, [
      'other.txt',
      'my-roles.yaml',
    ]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('the workflow', () => {
  interface Step {
    readonly name?: string;
    readonly run?: string;
  }
  interface Workflow {
    readonly permissions: unknown;
    readonly env: Readonly<Record<string, string>>;
    readonly jobs: Readonly<
      Record<
        string,
        { readonly environment?: string; readonly needs?: string; readonly steps: readonly Step[] }
      >
    >;
  }
  const workflow = parse(
    readFileSync(join(root, 'examples/ci/.github/workflows/roles.yml'), 'utf8'),
  ) as Workflow;

  /** Runs a job's steps as the runner does, until one fails. Gives the status and all that was printed. */
  async function job(name: string, file: string, twilio: Readonly<Record<string, string>>) {
    const sandboxed = `shift 2; [ "$1" = check ] || set -- "$@" --sandbox; exec "${process.execPath}" "${cli}" "$@"`;
    const { folder, env } = folderWith({ 'roles.yaml': file }, sandboxed);
    let printed = '';
    for (const { name: step, run } of workflow.jobs[name]?.steps ?? []) {
      if (run === undefined || step === 'Comment') continue;
      const { code, text } = await shell(run, folder.path('.'), { ...env, ...workflow.env, ...twilio });
      printed += text;
      if (code !== 0) return { code, printed, folder };
    }
    return { code: 0, printed, folder };
  }

  const productionFile = good.replace('service: default', 'services: { production: default }');

  it('has no more rights than it needs, and an approval before the deploy', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.deploy).toMatchObject({ environment: 'production', needs: 'check' });
  });

  it('marks the lines of a pull request', async () => {
    const { code, printed } = await job('check', bad, {});
    expect(code).toBe(1);
    expect(printed).toContain('::error file=roles.yaml,line=5,');
  });

  it('makes the comment of a pull request, and fails where there is no plan', async () => {
    const { env } = await sandboxWith();
    const { code, folder } = await job('plan', productionFile, env);
    expect(code).toBe(0);
    expect(folder.read('plan.md')).toContain('`Auditor`');
    const wrong = { ...env, TWILIO_ROLES_SANDBOX_TOKEN: '' };
    expect(await job('plan', productionFile, wrong)).toMatchObject({ code: 1 });
  });

  it('deploys, and has nothing left to do', async () => {
    const { env, names } = await sandboxWith();
    const { code, printed } = await job('deploy', productionFile, env);
    expect({ code, printed }).toEqual({ code: 0, printed: expect.stringContaining('1 done') });
    expect(names()).toContain('Auditor');
  });
});
