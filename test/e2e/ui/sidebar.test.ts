import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('the Services view', () => {
  let window: Window;

  beforeAll(async () => {
    // Rows that are scrolled away aren't there to be found.
    const viewport = { width: 1280, height: 3000 };
    window = await openWindow({ name: 'sidebar', file: 'roles.yaml', viewport, sandbox: ['--users', '200'] });
    await window.workbench.showView('Twilio Roles');
    await window.workbench.row('Customer').waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const rowText = (label: string) =>
    window.workbench
      .row(label)
      .first()
      .innerText()
      .then((text) => text.replace(/\s+/g, ' '));

  it('says how each role stands to the file', async () => {
    const { workbench } = window;
    // The two roles, and the user whom the file gives another one.
    await workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
    await workbench.statusBar.filter({ hasText: 'Sandbox · 3 changes' }).waitFor();
    await workbench.row('Customer').filter({ hasText: '+1 −1' }).waitFor();
    expect(await rowText('Customer')).toMatch(/\+1 −1 · 4 permissions/);
    expect(await rowText('channel user')).toMatch(/unmanaged/);
    expect(await rowText('Bot')).toMatch(/not live yet/);
    await workbench.row('Customer').click();
    await workbench.row('leaveConversation').waitFor();
    expect(await rowText('leaveConversation')).toMatch(/live, not in the file/);
    expect(await rowText('deleteOwnMessage')).toMatch(/in the file, not live/);
    await workbench.picture('states');
  });

  it('pages through the users', async () => {
    const { workbench } = window;
    await workbench.row('Users').click();
    await workbench.userRow('ada.amberlock@example.com').waitFor();
    await workbench.row('Users').filter({ hasText: '50+' }).waitFor();
    await workbench.userRow('ada.amberlock@example.com').click();
    await workbench.showTooltip();
    await workbench.hover.filter({ hasText: 'Ada Amberlock' }).waitFor();
    // An identity is anybody's text: an address in it is no link.
    expect(await workbench.hover.locator('a').count()).toBe(0);
    await workbench.picture('tooltip');
    await workbench.row('Load more').click();
    await workbench.row('Users').filter({ hasText: '100+' }).waitFor();
  });

  it('filters by what is typed and by kind', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Filter');
    await workbench.quickRow('Service roles').waitFor();
    await workbench.quickInput.locator('input.input').fill('superv');
    await workbench.row('channel user').waitFor({ state: 'detached' });
    await workbench.quickRow('Users').click();
    await workbench.row('Users').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await workbench.row('Supervisor').waitFor();
    await workbench.command('Twilio Roles: Clear Filter');
    await workbench.row('channel user').waitFor();
  });

  it('says so when nothing matches', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Filter');
    await workbench.quickRow('Service roles').waitFor();
    await workbench.quickInput.locator('input.input').fill('nobody has this');
    await page.keyboard.press('Enter');
    await workbench.button('Clear Filter').click();
    await workbench.row('Customer').waitFor();
  });

  it('finds a user by identity, wherever in the list it is', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Find User');
    await workbench.quickRow('Support').click();
    // The list before it is the same widget, which empties its field as it turns into this box.
    const box = workbench.quickInput.locator('input.input[placeholder="alice@example.com"]');
    await box.fill('ops/night-shift');
    await box.press('Enter');
    await page.locator('.sidebar .monaco-list-row.selected').filter({ hasText: 'ops/night-shift' }).waitFor();
  });

  it('stages a user who is dropped onto a role', async () => {
    const { workbench } = window;
    await workbench.row('ops/night-shift').first().dragTo(workbench.row('Guest').first());
    await workbench.row('ops/night-shift').filter({ hasText: 'staged: Guest' }).first().waitFor();
    await workbench.picture('dropped');
  });

  it('writes a role that the file lacks into the file', async () => {
    const { workbench } = window;
    await workbench.row('service user').first().hover();
    await workbench
      .row('service user')
      .first()
      .getByRole('button', { name: 'Add Role to roles.yaml' })
      .click();
    await workbench.line('friendlyName: service user').waitFor();
    await workbench.row('service user').first().filter({ hasNotText: 'unmanaged' }).waitFor();
  });

  it('keeps what was read when Twilio can’t be reached, and says so', async () => {
    const { workbench } = window;
    await window.sandbox.stop();
    await workbench.command('Twilio Roles: Refresh');
    await workbench.row('Twilio can’t be reached').first().waitFor();
    await workbench.row('Guest').first().waitFor();
    await workbench.picture('offline');
  });
});
