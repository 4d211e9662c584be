import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toPattern } from '../../server/src/cli/find-files';
import { cliFolder } from '../support/cli';

const good = `product: conversations
roles:
  - friendlyName: Agent
    type: conversation
    permissions: [sendMessage]
`;
const bad = good.replace('sendMessage', 'sendMesage');
const kubernetes = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
rules: []
`;

describe('a file that cannot be read', () => {
  it('or an answer that cannot be written, ends check with a sentence', async () => {
    const folder = cliFolder({ 'roles.yaml': good });
    const through = ['sh', '-c', 'exec "$0" "$@" > /dev/full'];
    expect(await folder.run(['check'], { through })).toEqual({
      code: 2,
      stdout: '',
      stderr: '"stdout" can\'t be written: the disk is full.\n',
    });
  });

  it.each([
    ['a link to itself', 'loop', '" is a link that leads back to itself.\n'],
    ['too long a name', 'x'.repeat(300), '" has too long a name. Check the path.\n'],
    ['a path through a file', 'file/roles.yaml', 'There is no file "file/roles.yaml". Check the path'],
  ])('is bad use where it is %s', async (_, name, message) => {
    const folder = cliFolder({ file: '' });
    symlinkSync('loop', folder.path('loop'));
    const { code, stdout, stderr } = await folder.run(['check', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});

describe('twilio-roles check', () => {
  it('says nothing but the count of a clean file', async () => {
    const folder = cliFolder({ 'roles.yaml': good });
    expect(await folder.run(['check', 'roles.yaml'])).toEqual({
      code: 0,
      stdout: '0 errors, 0 warnings, 1 file checked.\n',
      stderr: '',
    });
  });

  it('draws the place of a problem', async () => {
    const folder = cliFolder({ 'roles.yaml': bad });
    expect(await folder.run(['check', 'roles.yaml'])).toEqual({
      code: 1,
      stdout: `roles.yaml:5:19 error Unknown permission "sendMesage"; did you mean "sendMessage"? unknown-permission
  |
5 |     permissions: [sendMesage]
  |                   ^^^^^^^^^^

1 error, 0 warnings, 1 file checked.
`,
      stderr: '',
    });
  });

  it('finds what the extension would look at, and leaves other tools alone', async () => {
    const folder = cliFolder({
      'roles.yaml': good,
      'deep/er/team.roles.yml': good,
      'k8s/roles.yaml': kubernetes,
      'node_modules/dep/roles.yaml': bad,
      'other.yaml': bad,
    });
    expect(await folder.run(['check'])).toMatchObject({
      code: 0,
      stdout: '0 errors, 0 warnings, 2 files checked, 1 file of other tools skipped.\n',
    });
  });

  it('takes folders, globs, and names with blanks and other alphabets', async () => {
    const folder = cliFolder({ 'a b/roles.yaml': bad, 'ünï/роли.roles.yaml': bad, 'x/roles.yaml': good });
    const { stdout, code } = await folder.run(['check', 'a b', '**/*.roles.yaml', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      errors: 2,
      warnings: 0,
      files: [{ file: 'a b/roles.yaml' }, { file: 'ünï/роли.roles.yaml' }],
      skipped: [],
    });
  });

  it('prints JSON with lines and columns from 1', async () => {
    const folder = cliFolder({ 'roles.yaml': bad });
    const { stdout } = await folder.run(['check', '--format', 'json']);
    expect(JSON.parse(stdout).files[0].problems).toEqual([
      {
        rule: 'unknown-permission',
        severity: 'error',
        message: 'Unknown permission "sendMesage"; did you mean "sendMessage"?',
        start: { line: 5, column: 19 },
        end: { line: 5, column: 29 },
      },
    ]);
  });

  it('prints SARIF with a relative, encoded address and the rules', async () => {
    const folder = cliFolder({ 'a b/roles.yaml': bad });
    const { stdout } = await folder.run(['check', '--format', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({
      ruleId: 'unknown-permission',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/roles.yaml' },
            region: { startLine: 5, startColumn: 19, endLine: 5, endColumn: 29 },
          },
        },
      ],
    });
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain('unknown-permission');
  });

  it('prints workflow commands for GitHub, escaped', async () => {
    const folder = cliFolder({ 'a,b/roles.yaml': bad });
    const { stdout } = await folder.run(['check', '--format', 'github']);
    expect(stdout).toBe(
      '::error file=a%2Cb/roles.yaml,line=5,col=19,endLine=5,endColumn=29,title=unknown-permission::Unknown permission "sendMesage"; did you mean "sendMessage"?\n',
    );
  });

  it('counts warnings against --max-warnings', async () => {
    const doubtful = good.replace('[sendMessage]', '[sendMessage, editOwnUserInfo]');
    const folder = cliFolder({ 'roles.yaml': doubtful });
    expect(await folder.run(['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 warning'),
    });
    expect(await folder.run(['check', '--max-warnings', '1'])).toMatchObject({ code: 0 });
    expect(await folder.run(['check', '--max-warnings', '0'])).toMatchObject({
      code: 1,
      stderr: 'More than 0 warnings.\n',
    });
  });

  it("takes severities from the folder's settings and from the command line", async () => {
    const folder = cliFolder({
      'roles.yaml': bad,
      '.vscode/settings.json':
        '{ // as the editor has it\n "twilioRoles.severity": { "unknown-permission": "warning" }, }',
    });
    expect(await folder.run(['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 warning'),
    });
    expect(await folder.run(['check', '--severity', 'unknown-permission=off'])).toMatchObject({
      stdout: '0 errors, 0 warnings, 1 file checked.\n',
    });
    expect(await folder.run(['check', '--severity', 'nope=off'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no rule "nope"; docs/rules.md lists them.\n',
    });
  });

  it('reads stdin, under the name that it is given, besides the files', async () => {
    const folder = cliFolder({ 'roles.yaml': good });
    const named = ['--stdin-filename', 'draft/roles.yaml', '--format', 'github'];
    expect(await folder.run(['check', '-'], { input: good })).toMatchObject({
      code: 0,
      stdout: '0 errors, 0 warnings, 1 file checked.\n',
    });
    expect(await folder.run(['check', '-', 'roles.yaml'], { input: bad })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^stdin:5:19 error .*2 files checked\.\n$/s),
    });
    expect(await folder.run(['check', '-', ...named], { input: bad })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^::error file=draft\/roles\.yaml,line=5/),
    });
    expect(await folder.run(['check', ...named])).toMatchObject({ code: 2, stdout: '' });
  });

  // No name alone, and no pattern, can be anything else on Windows.
  it.each([
    ['roles\\*.yaml', 'roles/*.yaml'],
    ['C:\\repo\\**\\roles.yaml', 'C:/repo/**/roles.yaml'],
    ['\\\\server\\share\\*.yaml', '//server/share/*.yaml'],
    ['a/b/*.yaml', 'a/b/*.yaml'],
  ])('takes %j for the pattern %j on Windows', (arg, pattern) => {
    expect(toPattern(arg, '\\')).toBe(pattern);
    expect(toPattern(arg, '/')).toBe(arg);
  });

  it.each([
    [['check', 'nope.yaml'], 'There is no file "nope.yaml". Check the path, or leave it out'],
    [['check', 'nope/*.yaml'], 'No file matches "nope/*.yaml".'],
    [
      ['check', ''],
      'The name of a file is empty, as where a variable is not set. Name a file, or leave it out',
    ],
    [
      ['check', '--severity', 'unknown-key=off=error'],
      'Write --severity unknown-key=error|warning|information|hint|off, not "unknown-key=off=error".',
    ],
    [['check', '--severity', 'unknown-key'], 'not "unknown-key".'],
    [['check', '--format', 'xml'], 'Allowed choices are human, json, sarif, github.'],
    [['check', '--max-warnings', 'few'], 'Write a whole number.'],
    [['check'], 'Found no roles.yaml here.'],
    [['chekc'], "unknown command 'chekc'"],
  ])('%j is bad use', async (args, message) => {
    const { code, stdout, stderr } = await cliFolder().run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
