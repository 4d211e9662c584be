import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../../../scripts/paths';
import { openWindow, photographFailures, type Window } from './window';

const hex = '0123456789abcdef0123456789abcdef';

describe('somebody who is signed out', () => {
  let window: Window;

  beforeAll(async () => {
    // A proxy where nobody listens: what is sent to Twilio goes nowhere.
    const settings = { 'http.proxy': 'http://127.0.0.1:9', 'http.proxySupport': 'override' };
    const home = scratch('run', 'sign-in-home');
    const profile = {
      accountSid: `AC${hex}`,
      apiKey: `SK${hex}`,
      apiSecret: 'profile-secret',
      region: 'us1',
    };
    await mkdir(join(home, '.twilio-cli'), { recursive: true });
    await writeFile(
      join(home, '.twilio-cli/config.json'),
      JSON.stringify({ activeProject: 'acme', profiles: { acme: profile } }),
    );
    const env = { HOME: home, TWILIO_ACCOUNT_SID: `AC${hex}`, TWILIO_AUTH_TOKEN: hex };
    window = await openWindow({ name: 'sign-in', signedIn: false, settings, env });
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const type = async (text: string) => {
    await window.workbench.quickInput.locator('input.input').fill(text);
  };
  const next = async (text: string, title: string) => {
    await window.workbench.quickInput.filter({ hasText: title }).waitFor();
    await type(text);
    await window.page.keyboard.press('Enter');
  };

  it('is told what is wrong while typing, and can go back', async () => {
    const { workbench } = window;
    await workbench.button('Sign In').first().click();
    await workbench.quickRow('API key').waitFor();
    await workbench.picture('ways');
    await workbench.quickRow('API key').click();
    await workbench.quickInput.filter({ hasText: '(2/6)' }).waitFor();
    await type('SK');
    await workbench.quickInput.filter({ hasText: 'it begins with AC' }).waitFor();
    await workbench.picture('wrong');
    await workbench.quickInput.getByRole('button', { name: 'Back' }).click();
    await workbench.quickRow('Auth token').waitFor();
  });

  it('has the credentials checked before they are kept', async () => {
    const { workbench, page } = window;
    await workbench.quickRow('API key').click();
    await next(`AC${hex}`, '(2/6)');
    await next(`SK${hex}`, '(3/6)');
    await workbench.quickInput.locator('input[type=password]').waitFor();
    await next('the-secret', '(4/6)');
    await workbench.quickRow('United States').click();
    await next('Acme', '(6/6)');
    const failed = workbench.notification('Not signed in.');
    await failed.waitFor();
    expect(await failed.textContent()).not.toContain('the-secret');
    await workbench.picture('refused');
    await workbench.choose('Correct Them');
    await workbench.quickInput.filter({ hasText: '(4/6)' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.button('Open the Sandbox').waitFor();
  });

  it.each([
    ['environment', 'Environment variables', 'environment', 'auth token'],
    ['twilio-cli', 'A profile of twilio-cli', 'acme', 'API key'],
  ])('imports from %s what was found there, once it is asked for', async (from, way, account, kind) => {
    const { workbench } = window;
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.button('Sign In').first().click();
    await workbench.quickRow(way).click();
    const row = workbench.quickRow(account).filter({ hasText: kind });
    await row.waitFor();
    await workbench.picture(`import-${from}`);
    expect(await workbench.quickInput.textContent()).not.toMatch(`profile-secret|${hex}`);
    await row.click();
    await workbench.notification('Not signed in.').waitFor();
  });

  it('is in the sandbox after one click, and still after a reload', async () => {
    const { workbench, page } = window;
    await workbench.button('Open the Sandbox').click();
    await workbench.row('Support').waitFor();
    await workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
    await page.reload();
    await workbench.ready();
    await workbench.row('Support').waitFor();
    await workbench.picture('sandbox');
  });

  it('asked no other machine', () => {
    expect(window.outside).toEqual([]);
  });
});
