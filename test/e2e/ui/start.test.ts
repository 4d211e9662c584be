import { describe, expect, it } from 'vitest';
import { start } from '../../../scripts/child';
import { project } from '../../../scripts/paths';
import { launchChromium } from '../../../scripts/vscode/chromium';
import { Workbench } from './workbench';

describe('npm start', () => {
  it('opens the examples, signed in to a sandbox, and ends all of it when it is told to', async () => {
    // Other tests have dist/ in use, and it was built by then.
    const options = ['--browser', '--no-build'];
    const command = start(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...options], {
      cwd: project,
    });
    const browser = await launchChromium();
    try {
      const [address] = await command.line(/http:\/\/127\.0\.0\.1:\d+\/\?folder=\S+/);
      const [, sandbox] = await command.line(/Sandbox {2}(\S+)/);
      const page = await browser.newPage();
      await page.goto(address);
      const workbench = new Workbench(page, 'start');
      await workbench.ready('roles.yaml');
      await workbench.showView('Twilio Roles');
      await workbench.row('Support').waitFor();

      await command.stop();
      await expect(fetch(new URL(address).origin)).rejects.toThrow();
      await expect(fetch(String(sandbox))).rejects.toThrow();
    } finally {
      await browser.close();
      await command.stop();
    }
  });
});
