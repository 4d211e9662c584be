import { afterAll, beforeAll, describe, it } from 'vitest';
import { vsix } from '../../../scripts/package';
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

  it('opens a sandbox of its own in one click', async () => {
    const { workbench } = window;
    await workbench.showView('Twilio Roles');
    await workbench.picture('signed-out');
    await workbench.button('Open the Sandbox').click();
    await workbench.row('Support').waitFor();
    await workbench.picture('sandbox');
  });
});
