import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('a file and what is live', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({ name: 'files', file: 'roles.yaml' });
    await window.workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const tab = (text: string) => window.page.locator('.tab.active').filter({ hasText: text });
  const inDiff = (side: 'original' | 'modified', text: string) =>
    window.page.locator(`.monaco-diff-editor .${side} .view-line`).filter({ hasText: text });

  it('are compared side by side', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Compare with Live');
    await tab('Support ↔ roles.yaml').waitFor();
    await inDiff('original', 'leaveConversation').waitFor();
    await workbench.picture('compared');
  });

  it('what is live is pulled into the file, after a look at the difference', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Pull from Twilio');
    await workbench.quickRow('Support').first().click();
    await workbench.quickRow('roles.yaml').first().click();
    await workbench.quickRow('Only what the file names').click();
    await inDiff('modified', 'leaveConversation').waitFor();
    await workbench.picture('pulled');
    await workbench.choose('Apply');
    await page.locator('.tab.active.dirty').filter({ hasText: 'roles.yaml' }).waitFor();
    await page.keyboard.press('ControlOrMeta+S');
    await page.locator('.tab.active:not(.dirty)').filter({ hasText: 'roles.yaml' }).waitFor();
    const text = await readFile(join(window.workspace, 'roles.yaml'), 'utf8');
    expect(text).toContain('      - leaveConversation\n');
    expect(text).toContain('# The roles that Twilio gives to whoever comes without one.');
  });

  it('what is live is pulled into a new file', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Pull from Twilio');
    await workbench.quickRow('Sales').first().click();
    await workbench.quickRow('A new file').click();
    await workbench.line('friendlyName: channel admin').waitFor();
    expect(await workbench.squiggles('error').count()).toBe(0);
    await workbench.picture('pulled-new');
  });

  it('a new file is there to be saved', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: New roles.yaml');
    await tab('2.roles.yaml').waitFor();
    await workbench.line('friendlyName: Agent').waitFor();
    expect(await workbench.squiggles('error').count()).toBe(0);
    await workbench.picture('new');
  });

  it('Chat becomes Conversations, comments and all', async () => {
    const { workbench, page } = window;
    await workbench.open('chat.roles.yaml');
    await workbench.command('Twilio Roles: Convert Chat to Conversations');
    await workbench.line('product: conversations').waitFor();
    await workbench.line('type: conversation').waitFor();
    await workbench.picture('converted');
    await page.keyboard.press('ControlOrMeta+Z');
    await workbench.line('product: chat').waitFor();
  });
});
