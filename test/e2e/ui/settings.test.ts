import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('settings', () => {
  let window: Window;

  beforeAll(async () => {
    const settings = {
      'twilioRoles.product': 'chat',
      'twilioRoles.showUsers': false,
      'twilioRoles.decorations': false,
      'twilioRoles.statusBar': false,
      'twilioRoles.codeLens': false,
      'twilioRoles.typedConfirmation': 'destructive',
      // Settings in a tab, as an older VS Code has them in any case.
      'workbench.editor.useModal': 'off',
    };
    window = await openWindow({ name: 'settings', file: 'roles.yaml', settings });
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('say what the sidebar, the status bar and the editor show', async () => {
    const { workbench } = window;
    await workbench.row('Support').click();
    await workbench.row('Channel roles').waitFor();
    await workbench.row('Defaults').waitFor();
    expect(await workbench.row(/^Users$/).count()).toBe(0);
    await workbench.command('Twilio Roles: Show Roles of Conversations');
    const customer = workbench.row('Customer').filter({ hasText: '+1 −1' });
    await customer.waitFor();
    expect(await customer.innerText()).not.toMatch(/M$/);
    expect(await workbench.statusBar.innerText()).not.toContain('Sandbox');
    expect(await workbench.lens('Deploy').count()).toBe(0);
    await workbench.picture('quiet');
  });

  it('ask for the name of the service wherever something is taken away', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Deploy');
    await workbench.answer('Deploy');
    await workbench.quickInput.filter({ hasText: 'Type the name of the service' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    expect(await workbench.notification('Deployed').count()).toBe(0);
  });

  it('are followed as soon as they change', async () => {
    const { workbench, page } = window;
    await workbench.command('Preferences: Open User Settings (JSON)');
    for (const setting of ['showUsers', 'statusBar', 'codeLens']) {
      await workbench.selectWord(`"twilioRoles.${setting}": false`);
      await page.keyboard.insertText(`"twilioRoles.${setting}": true`);
    }
    await page.keyboard.press('ControlOrMeta+S');
    await workbench.row(/^Users$/).waitFor();
    await workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
    await workbench.open('roles.yaml');
    await workbench.lens('Deploy').waitFor();
  });
});
