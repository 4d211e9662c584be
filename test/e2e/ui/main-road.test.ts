import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('a person who has roles.yaml open', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    window = await openWindow({ name: 'main-road', file: 'roles.yaml' });
    support = await LiveService.named(window.sandbox, 'Support');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('sees a typo underlined, and mends it by the lightbulb', async () => {
    const { workbench, page } = window;
    await workbench.selectWord('createConversation');
    // In one go, which completion doesn't answer.
    await page.keyboard.insertText('createConversaton');
    await workbench.squiggles('error').waitFor();
    // Once this is there, no line moves under the menu.
    await workbench.lens('Deploy').waitFor();
    await workbench.picture('squiggle');
    await workbench.showFixes('Change to "createConversation"');
    await workbench.picture('lightbulb');
    await page.keyboard.press('Enter');
    await workbench.line('createConversation').waitFor();
    await workbench.squiggles('error').waitFor({ state: 'detached' });
  });

  it('reads what a permission means', async () => {
    const { workbench } = window;
    await workbench.selectWord('editOwnUserInfo');
    await workbench.command('Show or Focus Hover');
    await workbench.hover.filter({ hasText: 'editOwnUserInfo' }).waitFor();
    await workbench.picture('hover');
    await window.page.keyboard.press('Escape');
  });

  it('completes a permission', async () => {
    const { workbench, page } = window;
    await workbench.selectWord('editOwnUserInfo');
    await page.keyboard.type('delete');
    await page.keyboard.press('ControlOrMeta+Space');
    await workbench.suggestion('deleteConversation').waitFor();
    await workbench.picture('completion');
    await page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.line('editOwnUserInfo').waitFor();
  });

  it('sees services, roles, permissions and users in the sidebar', async () => {
    const { workbench } = window;
    await workbench.showView('Twilio Roles');
    await workbench.widenSideBar();
    await workbench.row('Support').waitFor();
    await workbench.row('Sales').waitFor();
    await workbench.row('Customer').click();
    await workbench.row('leaveConversation').waitFor();
    await workbench.picture('overview');
    await workbench.scrollToEnd();
    await workbench.row(/^Users$/).click();
    await workbench.userRow('ada.amberlock@example.com').waitFor();
    await workbench.picture('users');
  });

  it('plans', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Plan');
    await workbench.row('Bot').waitFor();
    await workbench.picture('plan');
  });

  it('deploys what the plan showed, after one question', async () => {
    const { workbench } = window;
    expect(await support.permissions('Customer', 'conversation')).toContain('leaveConversation');
    await workbench.command('Twilio Roles: Deploy');
    await workbench.dialog.waitFor();
    await workbench.picture('question');
    await workbench.answer('Deploy');
    await workbench.notification(/Deployed \d changes to Support/).waitFor();
    await workbench.picture('deployed');
    expect(await support.permissions('Customer', 'conversation')).toEqual([
      'deleteOwnMessage',
      'editOwnMessage',
      'sendMediaMessage',
      'sendMessage',
    ]);
    expect(await support.permissions('Bot', 'service')).toEqual(['addParticipant', 'joinConversation']);
    expect(await support.roleOf('faq-bot')).toBe('Bot');
    await workbench.row('leaveConversation').waitFor({ state: 'detached' });
  });

  it('has nothing to do then', async () => {
    const { workbench } = window;
    await workbench.clearNotifications();
    await workbench.command('Twilio Roles: Deploy');
    await workbench.notification(/Nothing to do: Support/).waitFor();
  });

  it("sees nothing of us in another tool's roles.yaml", async () => {
    const { workbench } = window;
    await workbench.open('kubernetes/roles.yaml');
    await workbench.line('pod-reader').waitFor();
    expect(await workbench.squiggles('error').count()).toBe(0);
    await workbench.picture('kubernetes');
  });

  it('signs out, and is asked to sign in', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Sign Out');
    await workbench.button('Sign In').first().waitFor();
    await workbench.picture('signed-out');
  });

  it('asked nothing of any other machine', () => {
    expect(window.outside).toEqual([]);
  });
});
