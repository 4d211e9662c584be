import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('the plan view', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    window = await openWindow({ name: 'plan-view', file: 'roles.yaml', theme: 'dark' });
    support = await LiveService.named(window.sandbox, 'Support');
    await window.workbench.statusBar.filter({ hasText: 'Sandbox' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  /** A row of the plan; the services above it may have one of the same name. */
  const row = (label: string) => window.workbench.row(label).last();
  const box = (label: string) => row(label).locator('.custom-view-tree-node-item-checkbox');

  it('shows changes, and each one as a diff', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Plan');
    await row('Customer').waitFor();
    await row('Customer').click();
    await page.locator('.tab.active').filter({ hasText: 'Customer' }).waitFor();
    await page
      .locator('.monaco-diff-editor .modified .view-line')
      .filter({ hasText: 'deleteOwnMessage' })
      .waitFor();
    await workbench.picture('change');
  });

  it('shows all changes in one editor', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Show All Changes');
    await page.locator('.multiDiffEntry').nth(1).waitFor();
    await workbench.picture('all-changes');
  });

  it('deploys what is ticked, and says what is left out', async () => {
    const { workbench, page } = window;
    const before = await support.permissions('Customer', 'conversation');
    await box('Customer').click();
    await expect.poll(() => box('Customer').getAttribute('aria-checked')).toBe('false');
    await workbench.picture('unticked');
    await workbench.command('Twilio Roles: Deploy');
    await workbench.dialog.filter({ hasText: 'Not ticked and left out: 1' }).waitFor();
    await workbench.picture('question');
    await workbench.answer('Deploy');
    await workbench.notification(/Deployed 2 changes to Support/).waitFor();
    expect(await support.permissions('Customer', 'conversation')).toEqual(before);
    expect(await support.permissions('Bot', 'service')).toEqual(['addParticipant', 'joinConversation']);
    await workbench.picture('outcome');
    await workbench.choose('Show Report');
    await page.locator('.tab.active').filter({ hasText: 'Deploy report' }).waitFor();
    await workbench.picture('report');
  });

  it('takes the deploy back by a plan that is shown and confirmed', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Undo Last Deploy');
    await page.getByPlaceholder('The deploy created Bot.').waitFor();
    await workbench.picture('undo-created');
    await workbench.quickRow('Delete it as well').click();
    await workbench.dialog.filter({ hasText: 'Support' }).waitFor();
    await workbench.picture('undo');
    await workbench.answer('Deploy');
    await workbench.notification(/Deployed 2 changes to Support/).waitFor();
    expect(await support.roleOf('faq-bot')).toBe('service user');
    expect(await support.permissions('Bot', 'service')).toBeUndefined();
  });

  it('says what failed, and tries it again', async () => {
    const { workbench } = window;
    await workbench.clearNotifications();
    await workbench.command('Twilio Roles: Deploy');
    // That the undo deleted what the deploy had created doesn't make the next deploy one with deletions.
    await workbench.dialog.filter({ hasText: 'Deploy 3 changes to Support' }).waitFor();
    // Somebody else is quicker than the answer.
    await support.setPermissions('Customer', 'conversation', ['sendMessage', 'leaveConversation']);
    await workbench.answer('Deploy');
    await workbench.notification(/1 failed/).waitFor();
    await workbench.picture('failed');
    await workbench.choose('Retry Failed');
    await workbench.dialog.filter({ hasText: 'Support' }).waitFor();
    await workbench.answer('Deploy');
    await workbench.notification(/Deployed \d changes? to Support/).waitFor();
    expect(await support.permissions('Customer', 'conversation')).toEqual([
      'deleteOwnMessage',
      'editOwnMessage',
      'sendMediaMessage',
      'sendMessage',
    ]);
  });

  it('looks up an earlier deploy', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Show Earlier Deploys');
    await workbench.quickRow('Support').nth(2).waitFor();
    await workbench.picture('deploys');
    await workbench.quickRow('Support').last().click();
    const report = page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
    await report.getByRole('heading', { name: '2 done' }).waitFor();
  });

  it('keeps a plan as Markdown', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Save Plan as Markdown');
    await page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
    await workbench.line('Support').first().waitFor();
    await workbench.picture('markdown');
  });
});
