import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../../../scripts/paths';
import { type ServedSandbox, serveSandbox } from '../../../scripts/sandbox';
import { issueCertificate, startFront } from '../../support/front';
import { startProxy } from '../../support/proxy';
import { openWindow, photographFailures, type Window } from './window';

/** The account beside the sandbox: what stands for Twilio's own hosts, behind a proxy, has it. */
const seed = {
  services: [
    {
      friendlyName: 'Front desk',
      roles: [{ friendlyName: 'Concierge', type: 'service', permissions: ['joinConversation'] }],
    },
  ],
};

describe('somebody with two accounts', () => {
  let window: Window;
  let acme: ServedSandbox;
  const closers: (() => unknown)[] = [];

  beforeAll(async () => {
    const folder = scratch('run', 'accounts-seed');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
    acme = await serveSandbox(['--seed', join(folder, 'seed.json'), '--random-seed', '2']);
    closers.push(acme.stop);
    const { tls } = await issueCertificate();
    const front = await startFront(acme, tls);
    closers.push(() => front[Symbol.asyncDispose]());
    const proxy = await startProxy(createServer(), front.port);
    closers.push(() => proxy[Symbol.dispose]());
    const settings = {
      'http.proxy': proxy.url,
      'http.proxySupport': 'override',
      // Nobody vouches for what stands for Twilio here.
      'http.proxyStrictSSL': false,
    };
    window = await openWindow({ name: 'accounts', file: 'roles.yaml', settings });
    closers.push(() => window[Symbol.asyncDispose]());
    await window.workbench.showView('Twilio Roles');
    await window.workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
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
    await next(acme.account, '(2/5)');
    await next('0'.repeat(32), '(3/5)');
    await workbench.quickRow('United States').click();
    await next('Acme', '(5/5)');
    // Twilio says no: the person is back at the token, and all else that was typed is still there.
    const refused = workbench.notification('Not signed in.');
    await refused.waitFor();
    await workbench.picture('refused');
    await refused.getByRole('button', { name: 'Correct Them' }).click();
    await next(acme.token, '(3/5)');
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
