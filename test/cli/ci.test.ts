/** The example of a GitHub workflow, run: a shell and the bundle, with stand-ins for npx and GitHub alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bad, ciFolder, good } from '../support/ci-folder';
import { cliFolder } from '../support/cli';
import { sandboxWith } from '../support/cli-sandbox';

const root = join(__dirname, '../..');

/** A stand-in for GitHub's own command line, with one pull request: it keeps one comment, and writes down each change. */
const gitHub = `#!/bin/sh
method=GET path= body=
while [ $# -gt 0 ]; do
  case $1 in
    --method) method=$2; shift ;;
    --field) body=\${2#body=@}; shift ;;
    repos/*) path=$1 ;;
  esac
  shift
done
if [ "$method" = GET ]; then
  if [ -f no-answer ]; then exit 1; fi
  if [ -f posted.md ]; then echo 42; fi
else
  echo "$method $path" >> calls
  cp "$body" posted.md
fi
`;

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

describe('the workflow', () => {
  interface Step {
    readonly id?: string;
    readonly name?: string;
    readonly if?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly run?: string;
  }
  interface Job {
    readonly if?: string;
    readonly needs?: string;
    readonly environment?: string;
    readonly concurrency?: unknown;
    readonly outputs?: Readonly<Record<string, string>>;
    readonly permissions: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
  }
  interface Workflow {
    readonly permissions: unknown;
    readonly concurrency: unknown;
    readonly env: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<'check' | 'plan' | 'comment' | 'deploy', Job>>;
  }
  const source = readFileSync(join(root, 'examples/ci/.github/workflows/roles.yml'), 'utf8');
  const workflow = parse(source) as Workflow;
  const { jobs } = workflow;
  /** As GitHub's expressions are written in a workflow. */
  const expression = (code: string) => `\${{ ${code} }}`;
  const productionFile = good.replace('service: default', 'services: { production: default }');

  /** A checkout, in which jobs run one after the other as the runner does, each until a step fails. */
  function checkout(file: string) {
    const files = { 'roles.yaml': file, 'bin/gh': gitHub, calls: '' };
    const { folder, env } = ciFolder(files, '[ "$1" = check ] || set -- "$@" --sandbox');
    const runner = {
      GITHUB_OUTPUT: folder.path('output'),
      GITHUB_STEP_SUMMARY: folder.path('summary.md'),
      GITHUB_REPOSITORY: 'bank/roles',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '99',
      NUMBER: '7',
      HEAD: 'c0ffee',
    };
    return {
      folder,
      run: async (name: keyof Workflow['jobs'], twilio: Readonly<Record<string, string>> = {}) => {
        let printed = '';
        for (const { run } of jobs[name].steps) {
          if (run === undefined) continue;
          const all = { ...env, ...runner, ...workflow.env, ...twilio };
          const { code, text } = await shell(run, folder.path('.'), all);
          printed += text;
          if (code !== 0) return { code, printed };
        }
        return { code: 0, printed };
      },
    };
  }

  it('is one that GitHub understands', () => {
    // GitHub's library imports JSON as bundlers have it, and Node doesn't.
    const outfile = cliFolder().path('parser.cjs');
    const options = { bundle: true, platform: 'node', logLevel: 'error' } as const;
    buildSync({ entryPoints: ['@actions/workflow-parser'], absWorkingDir: root, outfile, ...options });
    const parser = createRequire(outfile)(outfile) as typeof import('@actions/workflow-parser');
    const file = { name: 'roles.yml', content: source };
    const { context } = parser.parseWorkflow(file, new parser.NoOperationTraceWriter());
    expect(context.errors.getErrors().map(String)).toEqual([]);
  });

  it('gives each job the least that it needs: a key, or a right to write, never both', () => {
    expect(workflow.permissions).toEqual({});
    expect(
      Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions])),
    ).toEqual({
      check: { contents: 'read' },
      plan: { contents: 'read' },
      comment: { 'pull-requests': 'write' },
      deploy: { contents: 'read' },
    });
    const withSecrets = Object.entries(jobs).filter(([, job]) => JSON.stringify(job).includes('secrets.'));
    expect(withSecrets.map(([name, { environment }]) => [name, environment])).toEqual([
      ['plan', 'plan'],
      ['deploy', 'production'],
    ]);
    expect(jobs.comment.steps.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false);
  });

  it('runs actions by their commit, and lets none keep the token', () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { uses, with: inputs } of steps) {
      if (uses === undefined) continue;
      expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout')) expect(inputs).toMatchObject({ 'persist-credentials': false });
    }
    // What a pull request may write goes into no script: only names of the environment do.
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('plans what the branch holds now, however old the run is, and deploys what was planned', () => {
    const checkout = ({ steps }: Job) => steps.find(({ uses }) => uses?.startsWith('actions/checkout'));
    expect(checkout(jobs.check)?.with?.ref).toBe(expression('github.ref'));
    expect(checkout(jobs.plan)).toMatchObject({ id: 'checkout', with: { ref: expression('github.ref') } });
    expect(checkout(jobs.deploy)?.with?.ref).toBe(expression('needs.plan.outputs.commit'));
    expect(jobs.plan.outputs).toMatchObject({ commit: expression('steps.checkout.outputs.commit') });
  });

  it('lets the newest commit of a pull request comment alone, and cancels no deploy', () => {
    expect(workflow.concurrency).toEqual({
      group: `roles-pr-${expression('github.event.pull_request.number || github.run_id')}`,
      'cancel-in-progress': expression("github.event_name == 'pull_request'"),
    });
  });

  it('gives a fork no secrets, and deploys one after the other, after the approval of what changes', () => {
    expect(jobs.plan.if).toContain('head.repo.full_name == github.repository');
    expect(jobs.deploy).toMatchObject({
      if: "github.event_name == 'push' && needs.plan.outputs.changes == 'true'",
      needs: 'plan',
      environment: 'production',
      concurrency: { group: `deploy-roles-${workflow.env.SERVICE}`, 'cancel-in-progress': false },
    });
  });

  it('marks the lines of a pull request', async () => {
    const { code, printed } = await checkout(bad).run('check');
    expect(code).toBe(1);
    expect(printed).toContain('::error file=roles.yaml,line=5,');
  });

  it('shows the plan to who approves it, and fails where there is none', async () => {
    const { env } = await sandboxWith();
    const { folder, run } = checkout(productionFile);
    expect(await run('plan', env)).toMatchObject({ code: 0 });
    expect(folder.read('summary.md')).toBe(folder.read('plan.md'));
    expect(folder.read('plan.md')).toContain('`Auditor`');
    expect(folder.read('output')).toBe('changes=true\n');
    const wrong = { ...env, TWILIO_ROLES_SANDBOX_TOKEN: '' };
    expect(await checkout(productionFile).run('plan', wrong)).toMatchObject({ code: 1 });
  });

  it('comments once, and changes that comment from then on', async () => {
    const { folder, run } = checkout(productionFile);
    folder.write('plan.md', 'first plan\n');
    expect(await run('comment')).toMatchObject({ code: 0 });
    folder.write('plan.md', 'second plan\n');
    expect(await run('comment')).toMatchObject({ code: 0 });
    expect(folder.read('calls')).toBe(
      'POST repos/bank/roles/issues/7/comments\nPATCH repos/bank/roles/issues/comments/42\n',
    );
    expect(folder.read('posted.md')).toBe('<!-- twilio-roles production -->\nsecond plan\n');
  });

  it('says in the comment that is there, and in no other, that a commit has no plan', async () => {
    const { folder, run } = checkout(productionFile);
    expect(await run('comment')).toMatchObject({ code: 0 });
    expect(folder.read('calls')).toBe('');
    folder.write('posted.md', '<!-- twilio-roles production -->\nfirst plan\n');
    expect(await run('comment')).toMatchObject({ code: 0 });
    expect(folder.read('calls')).toBe('PATCH repos/bank/roles/issues/comments/42\n');
    expect(folder.read('posted.md')).toBe(
      '<!-- twilio-roles production -->\nThere is no plan for c0ffee: the check or the plan failed. [The run](https://github.com/bank/roles/actions/runs/99) says why.\n',
    );
    // It runs where `plan` failed, and where `check` did, so that `plan` was skipped; only what is there is fetched.
    expect(jobs.comment.if).toContain('!cancelled()');
    expect(jobs.comment.steps.find(({ uses }) => uses)?.if).toBe("needs.plan.result == 'success'");
  });

  it("comments nothing where GitHub doesn't say which comments there are", async () => {
    const { folder, run } = checkout(productionFile);
    folder.write('plan.md', 'plan\n');
    folder.write('no-answer', '');
    expect(await run('comment')).toMatchObject({ code: 1 });
    expect(folder.read('calls')).toBe('');
  });

  it('deploys the plan that was approved, once, and has nothing left to do', async () => {
    const { env, names } = await sandboxWith();
    const { run } = checkout(productionFile);
    await run('plan', env);
    const { code, printed } = await run('deploy', env);
    expect({ code, printed }).toEqual({ code: 0, printed: expect.stringContaining('1 done') });
    expect(names()).toContain('Auditor');
    expect(await run('deploy', env)).toEqual({
      code: 1,
      printed: expect.stringContaining('What is live has moved on since the plan was made.'),
    });
  });

  it('has nothing to approve where nothing changes', async () => {
    const { env } = await sandboxWith();
    const { folder, run } = checkout('services: { production: default }\nroles: []\n');
    folder.write('output', '');
    expect(await run('plan', env)).toMatchObject({ code: 0 });
    expect(folder.read('output')).toBe('');
  });
});
