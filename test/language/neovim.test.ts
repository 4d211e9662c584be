import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { debianProgram } from '../support/debian-package';

const run = promisify(execFile);
const bundle = join(import.meta.dirname, '../../dist/server.js');
const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');

let neovim: string;

beforeAll(async () => {
  neovim = await debianProgram('nvim', 'neovim');
}, 300_000);

/** What the page tells people to write, with the paths of this machine. */
function configuration(): string {
  const lua = /```lua\n(local config[\s\S]*?)```/.exec(page)?.[1];
  expect(lua).toBeDefined();
  expect(lua).toContain("'node', '/path/to/twilio-roles/dist/server.js'");
  return (lua ?? '').replace(
    "'node', '/path/to/twilio-roles/dist/server.js'",
    `${JSON.stringify(process.execPath)}, ${JSON.stringify(bundle)}`,
  );
}

it('Neovim, configured as the page says, shows, mends, completes and explains', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-roles-neovim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'init.lua'), configuration());
  const file = join(folder, 'roles.yaml');
  writeFileSync(
    file,
    'roles:\n  - friendlyName: Agent\n    type: service\n    permissions: [joinConversatin]\n',
  );
  const { stdout } = await run(
    neovim,
    [
      '--headless',
      '-i',
      'NONE',
      '-n',
      '-u',
      join(folder, 'init.lua'),
      file,
      '-S',
      join(import.meta.dirname, 'neovim/session.lua'),
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
      timeout: 30_000,
    },
  );
  const seen = JSON.parse(stdout);
  expect(seen).toMatchObject({
    diagnostics: ['Unknown permission "joinConversatin"; did you mean "joinConversation"?'],
    actions: ['Change to "joinConversation"', expect.any(String)],
    after: 0,
    text: 'roles:\n  - friendlyName: Agent\n    type: service\n    permissions: [joinConversation]',
  });
  expect(seen.completion).toContain('createConversation');
  expect(seen.hover).toContain('may join conversations');
}, 60_000);
