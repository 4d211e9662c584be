/** Machines have an older Node than the editor's: whatever there is on the path runs the command line, too. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';

const major = (node: string) =>
  Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]);
const older = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((node) => existsSync(node) && [20, 22].includes(major(node)));

const file = `service: default
roles:
  - friendlyName: Auditor
    type: service
    permissions: [joinConversation]
`;

describe.skipIf(older === undefined)(`on ${older}`, () => {
  const run = (args: readonly string[], env = {}) =>
    cliFolder({ 'roles.yaml': file }).run(args, { node: older ?? '', env });

  it('checks', async () => {
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
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('colours as %j says', async (env, coloured) => {
    const folder = cliFolder({ 'roles.yaml': file.replace('permissions', 'permisions') });
    const { stdout } = await folder.run(['check'], { node: older ?? '', env });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});
