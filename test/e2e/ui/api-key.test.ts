import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acme, serveAcme } from './acme';
import { openWindow, photographFailures, type Window } from './window';

describe('somebody with an API key', () => {
  let window: Window;
  let acme: Acme;

  beforeAll(async () => {
    acme = await serveAcme('api-key');
    window = await openWindow({ name: 'api-key', signedIn: false, settings: acme.settings });
    // The browser encrypts what it keeps with a key of whoever serves VS Code: a front that isn't there in a test.
    await window.page.route('**/mint-key', (route) => route.fulfill({ body: Buffer.alloc(32, 1) }));
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(async () => {
    await window?.[Symbol.asyncDispose]();
    await acme?.[Symbol.asyncDispose]();
  });

  const next = async (text: string, step: string) => {
    const { workbench, page } = window;
    await workbench.quickInput.filter({ hasText: step }).waitFor();
    await workbench.quickInput.locator('input.input').fill(text);
    await page.keyboard.press('Enter');
  };
  const signIn = async () => {
    const { workbench } = window;
    const { account, key } = acme.twilio;
    await workbench.button('Sign In').first().click();
    await workbench.quickRow('API key').click();
    await next(account, '(2/6)');
    await next(key.sid, '(3/6)');
    await next(key.secret, '(4/6)');
    await workbench.quickRow('United States').click();
    await next('Acme', '(6/6)');
  };
  const reload = async () => {
    await window.page.reload();
    await window.workbench.ready();
  };

  it('signs in with it, and still is after a reload', async () => {
    const { workbench } = window;
    await signIn();
    await workbench.row('Concierge').waitFor();
    await workbench.statusBar.filter({ hasText: 'Acme' }).waitFor();
    await reload();
    await workbench.row('Concierge').waitFor();
    await workbench.picture('signed-in');
  });

  it('signs out, and still is after a reload', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Sign Out');
    await workbench.button('Sign In').first().waitFor();
    await reload();
    await workbench.button('Sign In').first().waitFor();
  });

  it('is signed in until the window closes where the editor can’t keep secrets, if that is wanted', async () => {
    const { workbench, page } = window;
    const noKeyring = workbench.dialog.filter({ hasText: 'can’t keep secrets on this machine' });
    // Where VS Code in a browser keeps secrets; what can't be read there can't be written either.
    await page.addInitScript(() => {
      const { getItem } = Storage.prototype;
      Storage.prototype.getItem = function (key) {
        if (key === 'secrets.provider') throw new Error('There is no keyring.');
        return getItem.call(this, key);
      };
    });
    await reload();
    await signIn();
    await noKeyring.waitFor();
    await workbench.picture('no-keyring');
    await workbench.answer('Cancel');
    // Somebody who is signed in isn't asked for this.
    await signIn();
    await noKeyring.waitFor();
    await workbench.answer('Until This Window Closes');
    await workbench.row('Concierge').waitFor();
    await workbench.statusBar.filter({ hasText: 'Acme' }).waitFor();
    await reload();
    await workbench.button('Sign In').first().waitFor();
    expect(await workbench.row('Concierge').count()).toBe(0);
  });
});
