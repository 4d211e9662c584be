import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('in Restricted Mode', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({ name: 'restricted', file: 'mistakes.roles.yaml', trusted: false });
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('mistakes are underlined and mended', async () => {
    const { workbench } = window;
    await workbench.statusBar.filter({ hasText: 'Restricted Mode' }).waitFor();
    await workbench.squiggles('error').first().waitFor();
    await workbench.selectWord('joinConversaton');
    await workbench.quickFix('Change to "joinConversation"');
    await workbench.line('joinConversation # a letter').waitFor();
  });

  it('nothing offers to plan or deploy, and the commands say why not', async () => {
    const { workbench } = window;
    await workbench.titleAction('Open Permission Matrix').waitFor();
    expect(await workbench.titleAction('Deploy').count()).toBe(0);
    expect(await workbench.lens('Deploy').count()).toBe(0);
    for (const command of ['Deploy', 'Plan', 'Pull from Twilio', 'Undo Last Deploy', 'New Role']) {
      await workbench.command(`Twilio Roles: ${command}`);
      await workbench.notification('Twilio is reached from trusted workspaces only.').waitFor();
      await workbench.clearNotifications();
    }
    await workbench.picture('refused');
  });

  it('the sidebar says why nothing live is there', async () => {
    const { workbench } = window;
    await workbench.showView('Twilio Roles');
    await workbench.welcome('This workspace isn’t trusted').waitFor();
    await workbench.welcome('This workspace is in Restricted Mode').waitFor();
    await workbench.picture('sidebar');
  });
});
