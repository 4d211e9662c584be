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
    const squiggle = window.workbench.squiggles('error').first();
    const servers = () => childrenRunning('dist/server.js', window.server.pid);
    for (let round = 1; round <= 3; round += 1) {
      const [server = 0, ...others] = servers();
      expect(server).toBeGreaterThan(1);
      expect(others).toEqual([]);
      process.kill(server, 'SIGKILL');
      // What it had found goes with it, and the next one finds it anew.
      await squiggle.waitFor({ state: 'detached' });
      await squiggle.waitFor();
      expect(servers()).not.toContain(server);
    }
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
