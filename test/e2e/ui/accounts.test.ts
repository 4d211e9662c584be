import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acme, serveAcme } from './acme';
import { openWindow, photographFailures, type Window } from './window';

describe('somebody with two accounts', () => {
  let window: Window;
  let acme: Acme;

  beforeAll(async () => {
    acme = await serveAcme('accounts');
    window = await openWindow({ name: 'accounts', file: 'roles.yaml', settings: acme.settings });
    await window.workbench.showView('Twilio Roles');
    await window.workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(async () => {
    await window?.[Symbol.asyncDispose]();
    await acme?.[Symbol.asyncDispose]();
  });

  const status = (text: string | RegExp) => window.workbench.statusBar.filter({ hasText: text });

  it('signs in to the second one, and sees it instead', async () => {
    const { workbench, page } = window;
    const next = async (text: string, step: string) => {
      await workbench.quickInput.filter({ hasText: step }).waitFor();
      await workbench.quickInput.locator('input.input').fill(text);
      await page.keyboard.press('Enter');
    };
    await workbench.command('Twilio Roles: Switch Account');
    await workbench.quickRow('Sign in to another account').click();
    await workbench.quickRow('Auth token').click();
    await next(acme.twilio.account, '(2/5)');
    await next('0'.repeat(32), '(3/5)');
    await workbench.quickRow('United States').click();
    await next('Acme', '(5/5)');
    // Twilio says no: the person is back at the token, and all else that was typed is still there.
    const refused = workbench.notification('Not signed in.');
    await refused.waitFor();
    await workbench.picture('refused');
    await workbench.choose('Correct Them');
    await next(acme.twilio.token, '(3/5)');
    await workbench.quickRow('United States').click();
    await workbench.quickInput.filter({ hasText: '(5/5)' }).waitFor();
    expect(await workbench.quickInput.locator('input.input').inputValue()).toBe('Acme');
    await page.keyboard.press('Enter');
    await workbench.row('Front desk').waitFor();
    await workbench.row('Concierge').waitFor();
    await status('Acme').waitFor();
    await workbench.row('Support').waitFor({ state: 'detached' });
    await workbench.picture('second');
  });

  it('goes back to the first by the status bar and a list that says which is in use', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Switch Account');
    await workbench.quickRow('Acme').filter({ hasText: 'in use' }).waitFor();
    await workbench.picture('switch');
    await workbench.quickRow('Sandbox').filter({ hasText: 'on this machine' }).click();
    await workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
    await status('Sandbox · 3 changes').waitFor();
    await workbench.row('Front desk').waitFor({ state: 'detached' });
  });

  it('is told which account is signed out, and keeps the other', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Sign Out');
    await workbench.quickRow('Acme').click();
    await workbench.command('Twilio Roles: Switch Account');
    await workbench.quickRow('Sandbox').waitFor();
    expect(await workbench.quickRow('Acme').count()).toBe(0);
    await window.page.keyboard.press('Escape');
    await workbench.row('Support').waitFor();
  });
});
