import { mkdir, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scratch } from '../../../scripts/paths';
import { openWindow, photographFailures, type Window } from './window';

describe('the walkthrough, in an empty folder', () => {
  let window: Window;

  beforeAll(async () => {
    const folder = scratch('run', `walkthrough-empty-${inject('vscode')}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const viewport = { width: 1700, height: 900 };
    window = await openWindow({ name: 'walkthrough', signedIn: false, folder, viewport });
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const steps = () => window.page.locator('.gettingStartedContainer');
  const done = async (count: number) => {
    const checked = steps().locator('.codicon-getting-started-step-checked').filter({ visible: true });
    await expect.poll(() => checked.count()).toBe(count);
  };
  const back = () =>
    window.page
      .locator('.tab')
      .filter({ hasText: /^(Welcome|Walkthrough)/ })
      .click();

  it('ticks the first steps off with a sign-in', async () => {
    const { workbench, page } = window;
    await workbench.welcome('Sign in to see what a deploy would change.').waitFor();
    await workbench.command('Welcome: Open Walkthrough');
    await workbench.quickInput
      .locator('input[placeholder*="walkthrough"]')
      .fill('Get started with Twilio Roles');
    await workbench.quickRow('Get started with Twilio Roles').first().click();
    await steps().getByText('From a sign-in to a deploy').waitFor();
    await done(0);
    await steps()
      .locator('.step-description-container .monaco-button', { hasText: 'Open the Sandbox' })
      .click();
    await workbench.row('Support').waitFor();
    await done(2);
    await page.mouse.move(0, 0);
    await workbench.picture('signed-in');
  });

  it('and the others with the first file, plan and deploy', async () => {
    const { workbench, page } = window;
    await workbench.welcome('There is no roles.yaml in this workspace yet.').waitFor();
    await workbench.button('Pull What Is Live').click();
    await workbench.quickRow('Support').first().click();
    await workbench.line('friendlyName: channel admin').waitFor();
    await page.keyboard.press('ControlOrMeta+S');
    await page.locator('.tab.active:not(.dirty)').filter({ hasText: 'roles.yaml' }).waitFor();
    await workbench.welcome('A plan shows what a deploy of your roles.yaml would change').waitFor();
    await workbench.button(/^Plan$/).click();
    await workbench.row('Support').nth(1).waitFor();
    await workbench.command('Twilio Roles: Deploy');
    await workbench.notification(/nothing to/i).waitFor();
    await back();
    await done(5);
    await workbench.picture('done');
  });
});
