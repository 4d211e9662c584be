/** Which files `check` finds where it is given a folder, or nothing. */
import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultFilePatterns } from '../../core/src';
import packageJson from '../../package.json' with { type: 'json' };
import { cliFolder, withoutPrivilege } from '../support/cli';

const good = 'product: conversations\nroles: []\n';
const bad = 'product: conversations\nrolls: []\n';

it('looks at what the extension looks at by default', () => {
  const setting = packageJson.contributes.configuration.properties['twilioRoles.files'];
  expect(defaultFilePatterns).toEqual(setting.default);
});

describe('the settings of the folder', () => {
  /** The names of the files that are checked. */
  const checked = async (folder: ReturnType<typeof cliFolder>, args: readonly string[] = [], cwd = '.') => {
    const { stdout } = await folder.run(['check', ...args, '--format', 'json'], { cwd });
    return JSON.parse(stdout).files.map(({ file }: { file: string }) => file);
  };
  const patterns = (...files: readonly string[]) => JSON.stringify({ 'twilioRoles.files': files });

  it('say which files are ours, in every folder, as in the editor', async () => {
    const folder = cliFolder({
      '.vscode/settings.json': patterns('config/*.yaml', 'mine.yml'),
      'roles.yaml': good,
      'config/a.yaml': good,
      'deep/config/b.yaml': good,
      'deep/mine.yml': good,
    });
    expect(await checked(folder)).toEqual(['config/a.yaml', 'deep/config/b.yaml', 'deep/mine.yml']);
    expect(await checked(folder, ['deep'])).toEqual(['deep/config/b.yaml', 'deep/mine.yml']);
    expect(await checked(folder, ['roles.yaml'])).toEqual(['roles.yaml']);
  });

  it('are those of the folders above, within the repository', async () => {
    const settings = {
      'twilioRoles.files': ['config/*.yaml'],
      'twilioRoles.severity': { 'unknown-key': 'warning' },
    };
    const folder = cliFolder({
      '.vscode/settings.json': patterns('*.yaml'),
      'repo/.git/HEAD': '',
      'repo/.vscode/settings.json': JSON.stringify(settings),
      'repo/config/a.yaml': bad,
      'repo/other/b.yaml': good,
    });
    expect(await checked(folder, [], 'repo/config')).toEqual(['a.yaml']);
    expect(await folder.run(['check'], { cwd: 'repo/config' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 errors, 1 warning, 1 file checked.'),
    });
    const nearest = { 'repo/other/.vscode/settings.json': patterns('b.yaml') };
    for (const [name, text] of Object.entries(nearest)) folder.write(name, text);
    expect(await checked(folder, [], 'repo/other')).toEqual(['b.yaml']);
  });

  it('are its own alone outside of a repository', async () => {
    const folder = cliFolder({ '.vscode/settings.json': '{', 'sub/roles.yaml': good });
    expect(await checked(folder, [], 'sub')).toEqual(['roles.yaml']);
  });

  it('are named from the folder where they are broken', async () => {
    const folder = cliFolder({ '.git/HEAD': '', '.vscode/settings.json': '{', 'sub/roles.yaml': good });
    expect(await folder.run(['check'], { cwd: 'sub' })).toEqual({
      code: 2,
      stdout: '',
      stderr: '"../.vscode/settings.json" isn\'t JSON with comments. Mend it, or move it away.\n',
    });
  });
});

it.each([[['check']], [['check', 'secret']], [['check', '**/*.roles.yaml']], [['matrix']]])(
  '%j says which folder it may not read, and takes none for clean',
  async (args) => {
    const folder = cliFolder({ 'roles.yaml': good, 'secret/bad.roles.yaml': bad });
    chmodSync(folder.path('secret'), 0);
    const { code, stdout, stderr } = await folder.run(args, { through: withoutPrivilege });
    chmodSync(folder.path('secret'), 0o755);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/secret\/?" can't be read or written\. Check its permissions\.\n$/);
  },
);
