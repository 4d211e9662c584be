import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('the permission matrix', () => {
  let window: Window;
  let matrix: FrameLocator;

  beforeAll(async () => {
    window = await openWindow({ name: 'matrix' });
    matrix = window.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const cell = (label: string) => matrix.getByRole('checkbox', { name: label, exact: true });

  it('holds the file against what is live', async () => {
    const { workbench } = window;
    await workbench.open('roles.yaml');
    await workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
    await workbench.command('Twilio Roles: Open Permission Matrix');
    await matrix.getByRole('grid').waitFor();
    await cell('Customer loses leaveConversation with the next deploy').waitFor();
    expect(await cell('Agent may joinConversation').getAttribute('aria-checked')).toBe('true');
    await workbench.picture('light');
  });

  it('grants and takes away in the file, by click and by key', async () => {
    const { workbench, page } = window;
    await cell('Guest may not createConversation').click();
    await cell('Guest gets createConversation with the next deploy').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await cell('Guest may not createConversation').waitFor();
    await page.keyboard.press('Space');
    await cell('Guest gets createConversation with the next deploy').waitFor();
    await workbench.open('roles.yaml');
    await workbench.line('[joinConversation, createConversation]').waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
    await workbench.line('permissions: [joinConversation]').waitFor();
  });

  it('filters', async () => {
    const { workbench, page } = window;
    await page.locator('.tab').filter({ hasText: 'Permissions of' }).click();
    await matrix.getByRole('searchbox', { name: 'Filter permissions' }).fill('message');
    await matrix.getByLabel('Only differences').check();
    await cell('Customer loses leaveConversation with the next deploy').waitFor({ state: 'detached' });
    await workbench.picture('filtered');
  });

  it('is there again after a reload, with its filter', async () => {
    const { workbench } = window;
    await workbench.reload();
    await cell('Customer gets deleteOwnMessage with the next deploy').waitFor();
    expect(await matrix.getByRole('searchbox', { name: 'Filter permissions' }).inputValue()).toBe('message');
    expect(await matrix.getByRole('row').count()).toBe(2);
    await workbench.picture('reloaded');
  });

  it('refuses what is not ours to run', async () => {
    const inline = await matrix.locator('html').evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken"';
      document.head.append(script);
      return document.title;
    });
    expect(inline).not.toBe('broken');
  });

  it('goes out as Markdown', async () => {
    const { workbench } = window;
    await matrix.getByRole('button', { name: 'As Markdown' }).click();
    await workbench.line('| Permission |').waitFor();
  });

  it('and as CSV', async () => {
    const { workbench } = window;
    await window.page.locator('.tab').filter({ hasText: 'Permissions of' }).click();
    await matrix.getByRole('button', { name: 'As CSV' }).click();
    await workbench.line(/^permission,/).waitFor();
  });
});
