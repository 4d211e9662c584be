import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vsix } from '../../../scripts/package';
import { childrenRunning } from '../suite/processes';
import { openWindow, photographFailures, type Window } from './window';

describe('the extension as it is installed', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({ name: 'installed', file: 'mistakes.roles.yaml', installed: vsix });
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('checks a file', async () => {
    await window.workbench.squiggles('error').first().waitFor();
  });

  it('checks it again each time that the language server was killed', async () => {
    const { workbench, page } = window;
    const squiggles = workbench.squiggles('error');
    const servers = () => childrenRunning('dist/server.js', window.server.pid);
    for (const word of ['createConversation', 'joinConversation', 'joinConversation']) {
      const found = await squiggles.count();
      const [server = 0, ...others] = servers();
      expect(server).toBeGreaterThan(1);
      expect(others).toEqual([]);
      process.kill(server, 'SIGKILL');
      await expect.poll(servers).toEqual([expect.not.toSatisfy((pid) => pid === server)]);
      // A mistake that only the next one can have found.
      await workbench.selectWord(word);
      await page.keyboard.type(word.slice(0, -1));
      await page.keyboard.press('Escape');
      await expect.poll(() => squiggles.count()).toBeGreaterThan(found);
    }
    expect(await workbench.notification(/Twilio Roles/).count()).toBe(0);
  });

  it('opens a sandbox of its own in one click', async () => {
    const { workbench } = window;
    await workbench.showView('Twilio Roles');
    await workbench.picture('signed-out');
    await workbench.button('Open the Sandbox').click();
    await workbench.row('Support').waitFor();
    await workbench.picture('sandbox');
  });
});
