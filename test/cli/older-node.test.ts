/** Machines have an older Node than the editor's: the oldest that `engines.node` allows runs the command line, too. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';
import { auditor } from '../support/cli-sandbox';
import { oldestNode } from '../support/oldest-node';

const { major, minor, version } = oldestNode;
let node: string;
beforeAll(async () => {
  node = await oldestNode.install();
}, 300_000);

describe(`on Node ${version}`, () => {
  const run = (args: readonly string[], env = {}, text = auditor) =>
    cliFolder({ 'roles.yaml': text }).run(args, { node, env });

  it('checks, and checks again with what it kept', async () => {
    for (const _ of ['first', 'again'])
      expect(await run(['check'])).toEqual({
        code: 0,
        stdout: '0 errors, 0 warnings, 1 file checked.\n',
        stderr: '',
      });
  });

  it('deploys', async () => {
    expect(await run(['deploy', '--sandbox', '--yes'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 done'),
    });
  });

  it.each([
    ['check', 2],
    ['plan', 1], // 2 says that there are changes.
  ])('says so where Node is older still, and ends %s with %i', async (command, code) => {
    const folder = cliFolder();
    const older = `${major}.${Number(minor) - 1}.9`;
    const versions = `Object.defineProperty(process, 'versions', { value: { node: '${older}' } })`;
    folder.write('older.cjs', versions);
    const env = { NODE_OPTIONS: `--require "${folder.path('older.cjs')}"` };
    expect(await folder.run([command], { node, env })).toEqual({
      code,
      stdout: '',
      stderr: `twilio-roles needs Node ${major}.${minor} or later; this is ${older}.\n`,
    });
  });

  it.each([
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('colours as %j says', async (env, coloured) => {
    const { stdout } = await run(['check'], env, auditor.replace('permissions', 'permisions'));
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});
