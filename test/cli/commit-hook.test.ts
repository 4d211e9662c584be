/** The example of a commit hook, run: by a shell, in a repository. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bad, ciFolder, good } from '../support/ci-folder';

const hook = join(__dirname, '../../examples/ci/pre-commit');

describe('the commit hook', () => {
  const commit = (
    files: Readonly<Record<string, string>>,
    staged: readonly string[] = Object.keys(files),
    since: Readonly<Record<string, string>> = {},
    npx?: string,
  ) => {
    const { folder, env } = ciFolder({ ...files, 'tmp/.keep': '' }, npx);
    const options = {
      cwd: folder.path('.'),
      env: { ...env, TMPDIR: folder.path('tmp') },
      encoding: 'utf8',
    } as const;
    spawnSync('git', ['init', '--quiet'], options);
    spawnSync('git', ['add', '--', ...staged], options);
    for (const [name, text] of Object.entries(since)) folder.write(name, text);
    // In a process group of its own, as from a terminal.
    const { status, stdout, stderr } = spawnSync('setsid', ['--wait', 'sh', hook], options);
    return { status, stdout, stderr, left: readdirSync(folder.path('tmp')) };
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

  it('looks at what is in the commit, not at what is on the disk', () => {
    const files = { 'roles.yaml': bad };
    expect(commit(files, ['roles.yaml'], { 'roles.yaml': good }).status).not.toBe(0);
    expect(commit({ 'roles.yaml': good }, ['roles.yaml'], files)).toMatchObject({ status: 0 });
  });

  it('heeds the severities of the folder', () => {
    const settings = '{ "twilioRoles.severity": { "unknown-permission": "warning" } }';
    const { status, stdout } = commit({ 'roles.yaml': bad, '.vscode/settings.json': settings });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('0 errors, 1 warning') });
  });

  it("names the folder's settings as the folder does where they are broken", () => {
    const { status, stderr } = commit({ 'roles.yaml': good, '.vscode/settings.json': '{' });
    expect(status).not.toBe(0);
    expect(stderr).toBe('".vscode/settings.json" isn\'t JSON with comments. Mend it, or move it away.\n');
  });

  it.each(['INT', 'TERM', 'HUP'])('leaves no copy of the commit behind when SIG%s ends it', (signal) => {
    const { status, left } = commit({ 'roles.yaml': good }, ['roles.yaml'], {}, `kill -${signal} 0`);
    expect({ status, left }).toEqual({ status: 130, left: ['.keep'] });
  });

  it('says nothing where no roles file is in the commit', () => {
    const { status, stdout, stderr, left } = commit(
      { 'other.txt': '', 'my-roles.yaml': bad, 'roles.yaml': bad },
      ['other.txt', 'my-roles.yaml'],
    );
    expect({ status, stdout, stderr, left }).toEqual({ status: 0, stdout: '', stderr: '', left: ['.keep'] });
  });
});
