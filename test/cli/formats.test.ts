/** How `check` names files and shows lines, of which a pull request may bring any. */
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';

const file = (permissions: string) => `product: conversations
roles:
  - friendlyName: Agent
    type: conversation
    permissions: ${permissions}
`;
const bad = file('[sendMesage]');

describe('where a problem is', () => {
  /** The names of the files in both formats of code hosts. */
  const named = async (
    folder: ReturnType<typeof cliFolder>,
    args: readonly string[],
    cwd = '.',
    env: Readonly<Record<string, string>> = {},
  ) => {
    const github = await folder.run(['check', ...args, '--format', 'github'], { cwd, env });
    const sarif = await folder.run(['check', ...args, '--format', 'sarif'], { cwd, env });
    const results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] =
      JSON.parse(sarif.stdout).runs[0].results;
    return {
      github: [...github.stdout.matchAll(/ file=(.*?),line/g)].map(([, name]) => name),
      sarif: results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri),
    };
  };

  it('is said from the root of the checkout on a runner of GitHub', async () => {
    const folder = cliFolder({ 'set/sub/roles.yaml': bad, 'set/a.roles.yaml': bad });
    const env = { GITHUB_WORKSPACE: folder.path('set') };
    const names = ['a.roles.yaml', 'sub/roles.yaml'];
    expect(await named(folder, ['.', '../a.roles.yaml'], 'set/sub', env)).toEqual({
      github: names,
      sarif: names,
    });
    expect(await named(folder, ['roles.yaml'], 'set/sub', { GITHUB_WORKSPACE: '/elsewhere' })).toEqual({
      github: ['roles.yaml'],
      sarif: ['roles.yaml'],
    });
  });

  it('is said from the working folder elsewhere, however it was typed', async () => {
    const folder = cliFolder({ 'a/x.roles.yaml': bad, 'back\\slash.roles.yaml': bad });
    expect(await named(folder, ['./a/../a//x.roles.yaml', 'back\\slash.roles.yaml'])).toEqual({
      github: ['a/x.roles.yaml', 'back\\slash.roles.yaml'],
      sarif: ['a/x.roles.yaml', 'back%5Cslash.roles.yaml'],
    });
    const whole = folder.path('a/x.roles.yaml');
    folder.write('b/none', '');
    expect(await named(folder, ['../a/x.roles.yaml'], 'b')).toEqual({
      github: [whole],
      sarif: [`file://${whole}`],
    });
  });
});

describe('what a pull request brings', () => {
  const hostile = file('["x\\e[31m\\u202e"] # \u202e');

  it("can't move the cursor of a terminal, in any format", async () => {
    const folder = cliFolder({ 'roles.yaml': hostile });
    const { stdout } = await folder.run(['check', 'roles.yaml']);
    expect(
      stdout,
    ).toBe(String.raw`roles.yaml:5:19 error Unknown permission "x\u001b[31m\u202e"; remove it, or correct its name unknown-permission
  |
5 |     permissions: ["x\e[31m\u202e"] # \u202e
  |                   ^^^^^^^^^^^^^^^

1 error, 0 warnings, 1 file checked.
`);
  });

  it("can't begin a line of a log", async () => {
    const name = 'esc\u001b[31m\n::error::pwned.roles.yaml';
    const escaped = 'esc\\u001b[31m\\u000a::error::pwned.roles.yaml';
    const folder = cliFolder({ [name]: bad, 'other\n::error::x.roles.yaml': 'apiVersion: v1\nroles: []\n' });
    const human = await folder.run(['check']);
    expect(human.stdout).toContain(`${escaped}:5:19 error Unknown permission`);
    const github = await folder.run(['check', '--format', 'github']);
    expect(github.stdout).toMatch(
      /^::error file=esc\\u001b\[31m\\u000a%3A%3Aerror%3A%3Apwned\.roles\.yaml,line=5,.*\n$/,
    );
    expect(github.stderr).toBe('Skipped other\\u000a::error::x.roles.yaml: made for another tool.\n');
    const several = await folder.run(['matrix']);
    expect(several.stderr).not.toMatch(/^::error/m);
  });

  it.each([
    [['check', 'no\u001b[31m'], 'There is no file "no\\u001b[31m".'],
    [['che\u001b[31mk'], "unknown command 'che\\u001b[31mk'"],
    [['plan', '--profile', 'no\u001b[31m'], 'twilio-cli has no profile "no\\u001b[31m". It has: "\\u202e".'],
  ])('is written out where %j is quoted', async (args, message) => {
    const profiles = JSON.stringify({ profiles: { '\u202e': {} } });
    const folder = cliFolder({ 'roles.yaml': bad, '.twilio-cli/config.json': profiles });
    const { stderr } = await folder.run(args);
    expect(stderr).toContain(message);
  });
});

describe('the caret', () => {
  it.each([
    ['["日本語テスト", sendMesage]', `${' '.repeat(17 + 17)}^^^^^^^^^^`],
    ['["e\u0301", sendMesage]', `${' '.repeat(17 + 6)}^^^^^^^^^^`],
    ['[ "🙂🙂"  ,sendMesage]', `${' '.repeat(17 + 11)}^^^^^^^^^^`],
    ['[sendMessage,\tsendMesage]', `${' '.repeat(17 + 13)}\t^^^^^^^^^^`],
    ['[日本語]', `${' '.repeat(17 + 1)}^^^^^^`],
  ])('stands under the place in %j', async (permissions, caret) => {
    const folder = cliFolder({ 'roles.yaml': file(permissions) });
    const { stdout } = await folder.run(['check']);
    expect(stdout).toContain(`\n5 |     permissions: ${permissions}\n  | ${caret}\n`);
  });
});
