import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('the walkthrough', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({ name: 'walkthrough', signedIn: false });
    await window.page.setViewportSize({ width: 1700, height: 900 });
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const steps = () => window.page.locator('.gettingStartedContainer');

  it('ticks a step off when it is done', async () => {
    const { workbench, page } = window;
    await workbench.command('Welcome: Open Walkthrough');
    await workbench.quickInput
      .locator('input[placeholder*="walkthrough"]')
      .fill('Get started with Twilio Roles');
    await workbench.quickRow('Get started with Twilio Roles').first().click();
    await steps().getByText('From a sign-in to a deploy').waitFor();
    const done = steps().locator('.codicon-getting-started-step-checked').filter({ visible: true });
    expect(await done.count()).toBe(0);
    await steps()
      .locator('.step-description-container .monaco-button', { hasText: 'Open the Sandbox' })
      .click();
    await workbench.row('Support').waitFor();
    await done.first().waitFor();
    await page.mouse.move(0, 0);
    await workbench.picture('signed-in');
  });
});
