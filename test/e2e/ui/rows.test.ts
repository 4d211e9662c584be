import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('a row of the Services view', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    window = await openWindow({ name: 'rows', file: 'roles.yaml' });
    support = await LiveService.named(window.sandbox, 'Support');
    await window.workbench.showView('Twilio Roles');
    await window.workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const menu = (row: string, item: string) => window.workbench.menu(window.workbench.row(row).last(), item);

  it('is shown as JSON', async () => {
    const { workbench } = window;
    await menu('Guest', 'Show as JSON');
    await workbench.tab('Guest.json').waitFor();
    await workbench.line('"friendlyName": "Guest"').waitFor();
    await workbench.picture('json');
  });

  it('is compared with the file', async () => {
    const { workbench, page } = window;
    await menu('Customer', 'Compare with File');
    await workbench.tab('Customer: Support ↔ roles.yaml').waitFor();
    await page
      .locator('.monaco-diff-editor .modified .view-line')
      .filter({ hasText: 'deleteOwnMessage' })
      .waitFor();
    await workbench.picture('compared');
  });

  it('leads to where the file defines it, and a role that isn’t live yet does, too', async () => {
    const { workbench } = window;
    const lines = (await readFile(join(window.workspace, 'roles.yaml'), 'utf8')).split('\n');
    for (const name of ['Supervisor', 'Bot']) {
      const row = workbench.row(name).first();
      await row.hover();
      await row.getByRole('button', { name: 'Go to Role in roles.yaml' }).click();
      await workbench.line(`friendlyName: ${name}`).waitFor();
      const line = lines.findIndex((text) => text.includes(`friendlyName: ${name}`)) + 1;
      const selected = new RegExp(`Ln ${line}, Col \\d+ \\(${name.length} selected\\)`);
      await workbench.statusBar.filter({ hasText: selected }).waitFor();
    }
    await workbench.picture('definition');
  });

  it('leads to the Console, once the person says so', async () => {
    const { workbench } = window;
    await menu('Sales', 'Open in Twilio Console');
    await workbench.dialog.filter({ hasText: 'console.twilio.com' }).waitFor();
    await workbench.answer('Cancel');
    expect(window.outside).toEqual([]);
  });

  it('gives its SID to the clipboard', async () => {
    const { workbench, page } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await menu('Sales', 'Copy SID');
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/^IS[0-9a-f]{32}$/);
    await workbench.row('Sales').waitFor();
  });

  it('is edited, deployed alone, and pulled into the file that says otherwise', async () => {
    const { workbench, page } = window;
    await menu('Guest', 'Edit Permissions');
    await workbench.quickRow('addParticipant').first().click();
    await page.keyboard.press('Enter');
    const staged = workbench.row('Guest').filter({ hasText: 'staged' });
    await expect.poll(() => staged.count()).toBe(2);
    await workbench.picture('staged');
    await menu('Guest', 'Deploy Selected');
    await workbench.dialog.filter({ hasText: 'roles.yaml says otherwise of Guest' }).waitFor();
    await workbench.dialog.filter({ hasText: 'Not ticked and left out: 3' }).waitFor();
    await workbench.picture('question');
    await workbench.answer('Deploy');
    await workbench.notification('Deployed 1 change to Support').waitFor();
    expect(await support.permissions('Guest', 'service')).toEqual(['addParticipant', 'joinConversation']);
    expect(await support.permissions('Bot', 'service')).toBeUndefined();
    await workbench.picture('outcome');
    await workbench.choose('Pull');
    await workbench.quickRow('Only what the file names').click();
    await workbench.notification('Take what is live in Support into roles.yaml?').waitFor();
    await workbench.picture('pull');
    await workbench.choose('Apply');
    await workbench.line('permissions: [joinConversation, addParticipant]').waitFor();
  });
});
