import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('edits from the tree', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    window = await openWindow({ name: 'staging' });
    support = await LiveService.named(window.sandbox, 'Support');
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const user = 'ada.amberlock@example.com';
  const staged = (label: string) => window.workbench.row(label).filter({ hasText: 'staged' });
  const menu = async (row: string, item: string) => {
    await window.workbench.row(row).first().click({ button: 'right' });
    await window.page.locator('.monaco-menu .action-item').filter({ hasText: item }).first().click();
  };

  it('wait in the plan, and write nothing', async () => {
    const { workbench, page } = window;
    await workbench.row('Guest').waitFor();
    const before = await support.permissions('Guest', 'service');
    await menu('Guest', 'Edit Permissions');
    await workbench.quickRow('addParticipant').first().click();
    await workbench.picture('permissions');
    await page.keyboard.press('Enter');
    await staged('Guest').first().waitFor();
    await workbench.picture('staged');
    expect(await support.permissions('Guest', 'service')).toEqual(before);
  });

  it('give a role to a user', async () => {
    const { workbench } = window;
    await workbench.scrollToEnd();
    await workbench.row(/^Users$/).click();
    const before = await support.roleOf(user);
    await menu(user, 'Assign Role');
    await workbench.quickRow('Guest').first().click();
    await staged(user).first().waitFor();
    await workbench.picture('assigned');
    expect(await support.roleOf(user)).toBe(before);
  });

  it('outlive a reload', async () => {
    const { workbench, page } = window;
    await page.reload();
    await workbench.ready();
    await staged('Guest').first().waitFor();
    await staged(user).first().waitFor();
    await workbench.picture('reloaded');
  });

  it('go one by one', async () => {
    const { workbench } = window;
    const row = staged(user).last();
    await row.hover();
    await row.locator('.action-label[aria-label="Discard"]').click();
    await expect.poll(() => staged(user).count()).toBe(0);
    await staged('Guest').first().waitFor();
    await workbench.picture('one-discarded');
  });

  it('go when they are discarded', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Discard Plan and Staged Edits');
    await workbench.dialog.waitFor();
    await workbench.answer('Discard');
    await expect.poll(() => staged('Guest').count()).toBe(0);
  });
});
