import { afterAll, beforeAll, describe, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('a deploy that is cut off', () => {
  let window: Window;

  beforeAll(async () => {
    // Every call takes its time, so that there is a middle.
    window = await openWindow({ name: 'cut-off', file: 'roles.yaml', sandbox: ['--fault', 'latency:1'] });
    await window.workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('by Cancel stops after the write in flight, and says what was not tried', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Deploy');
    await workbench.dialog.waitFor();
    await workbench.answer('Deploy');
    await workbench.choose('Cancel', 'Deploying to Support');
    await workbench.notification(/was stopped: \d done, [23] not tried/).waitFor();
    await workbench.picture('cancelled');
    await workbench.choose('Show Report');
    await page.locator('.tab.active').filter({ hasText: 'Deploy report' }).waitFor();
    await workbench.open('roles.yaml');
  });

  it('by a reload shows afterwards what was done', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Deploy');
    await workbench.dialog.waitFor();
    await workbench.answer('Deploy');
    await workbench.notification('Deploying to Support').waitFor();
    await page.reload();
    await workbench.ready();
    await workbench.showView('Twilio Roles');
    const row = workbench.row('Deploy to Support was cut off');
    await row.waitFor();
    await row.hover();
    await row.locator('.action-label[aria-label="Show Report"]').click();
    await page.locator('.tab.active').filter({ hasText: 'Deploy report' }).waitFor();
    await workbench.picture('report');
  });

  it('is forgotten once that was seen', async () => {
    const { workbench } = window;
    const row = workbench.row('Deploy to Support was cut off');
    await row.hover();
    await row.locator('.action-label[aria-label="Dismiss"]').click();
    await row.waitFor({ state: 'detached' });
  });
});
