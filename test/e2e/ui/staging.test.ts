import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('edits from the tree', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    // Rows that are scrolled away aren't there to be found.
    window = await openWindow({ name: 'staging', viewport: { width: 1280, height: 2000 } });
    support = await LiveService.named(window.sandbox, 'Support');
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const user = 'ada.amberlock@example.com';
  const bram = 'bram.fernhollow@example.com';
  const dai = 'dai.greywick@example.com';
  const elif = 'elif.coldwater@example.com';
  const farid = 'farid.hartsfell@example.com';
  const chiara = 'chiara.brightmoor@example.com';
  const row = (label: string) =>
    label.includes('@') ? window.workbench.userRow(label) : window.workbench.row(label);
  const staged = (label: string) => row(label).filter({ hasText: 'staged' });
  const menu = (label: string, item: string) => window.workbench.menu(row(label).first(), item);

  it('wait in the plan, and write nothing', async () => {
    const { workbench, page } = window;
    // Once what the file says of users is known, nothing is drawn anew under an open menu.
    await workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
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

  it('give a role to several users at once', async () => {
    const { workbench, page } = window;
    await row(elif).first().click();
    await row(farid)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await menu(farid, 'Assign Role');
    await page.getByPlaceholder('Which role do 2 users get?').waitFor();
    await workbench.quickRow('Guest').first().click();
    await staged(elif).filter({ hasText: 'staged: Guest' }).waitFor();
    await staged(farid).filter({ hasText: 'staged: Guest' }).waitFor();
  });

  it('give a user another name', async () => {
    const { workbench, page } = window;
    await menu(dai, 'Rename User');
    await workbench.quickInput.filter({ hasText: `Name of ${dai}` }).waitFor();
    await workbench.quickInput.locator('input.input').fill('Dai of the night shift');
    await page.keyboard.press('Enter');
    await staged(dai).first().waitFor();
    await staged(dai).filter({ hasText: 'name "Dai of the night shift"' }).waitFor();
    await workbench.picture('renamed');
  });

  it('give a user attributes, and say what is no JSON', async () => {
    const { workbench, page } = window;
    await menu(bram, 'Edit Attributes');
    const input = workbench.quickInput.locator('input.input');
    await input.fill('{ "team": ');
    await workbench.quickInput.filter({ hasText: 'This is not JSON.' }).waitFor();
    await workbench.picture('attributes');
    await input.fill('{ "team": "north" }');
    await page.keyboard.press('Enter');
    await staged(bram).first().waitFor();
  });

  it('delete a user', async () => {
    const { workbench } = window;
    await menu(chiara, 'Delete User');
    await row(chiara).filter({ hasText: 'staged: to be deleted' }).first().waitFor();
    await workbench.picture('user-deleted');
  });

  it('give whoever comes another role', async () => {
    const { workbench } = window;
    await workbench.row('Defaults').click();
    await menu('Participants', 'Set Default Role');
    await workbench.quickRow('Supervisor').click();
    await workbench.row('Participants').filter({ hasText: 'in the plan: Supervisor' }).waitFor();
    await workbench.row('Default for participants').filter({ hasText: 'staged' }).waitFor();
    await workbench.picture('default');
  });

  it('make a role, and others from one', async () => {
    const { workbench, page } = window;
    const name = workbench.quickInput.locator('input.input');
    await menu('Support', 'New Role');
    await workbench.quickRow('service').first().click();
    await name.fill('Guest');
    await workbench.quickInput.filter({ hasText: 'There is a role of this name already.' }).waitFor();
    await name.fill('Auditor');
    await page.keyboard.press('Enter');
    await workbench.quickRow('joinConversation').first().click();
    await page.keyboard.press('Enter');
    await workbench.row('Auditor').filter({ hasText: 'staged' }).first().waitFor();
    await menu('Agent', 'Duplicate Role');
    await workbench.quickInput.filter({ hasText: 'Duplicate Agent' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.row('Agent copy').filter({ hasText: 'staged' }).first().waitFor();
    await menu('Agent', 'Rename Role');
    await workbench.quickInput.filter({ hasText: 'Rename Agent' }).waitFor();
    await name.fill('Clerk');
    await page.keyboard.press('Enter');
    await workbench.row('Clerk').filter({ hasText: 'staged' }).first().waitFor();
    await workbench.picture('roles');
  });

  it('delete a role, once it is said who gets which one instead', async () => {
    const { workbench, page } = window;
    await menu('service user', 'Delete Role');
    await page.getByPlaceholder('service user is held by').waitFor();
    await workbench.picture('holders');
    await workbench.quickRow('Guest').first().click();
    await workbench.row('service user').filter({ hasText: 'will be deleted' }).first().waitFor();
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
