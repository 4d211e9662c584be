import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveService } from './live';
import { openWindow, photographFailures, type Window } from './window';

describe('a deploy asks the same, wherever it is started', () => {
  let window: Window;
  let support: LiveService;

  beforeAll(async () => {
    const settings = { 'twilioRoles.guardThreshold': 0 };
    window = await openWindow({ name: 'deploy-from', file: 'roles.yaml', settings });
    support = await LiveService.named(window.sandbox, 'Support');
    await window.workbench.showView('Twilio Roles');
    await window.workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  const starts: Readonly<Record<string, () => Promise<void>>> = {
    'the palette': () => window.workbench.command('Twilio Roles: Deploy'),
    'the lens above the service': () => window.workbench.lens('Deploy').click(),
    'the title of the editor': () => window.workbench.titleAction('Deploy').click(),
    'the row of the service': () => window.workbench.menu(window.workbench.row('Support').first(), 'Deploy'),
  };

  it.each(Object.keys(starts))('from %s', async (from) => {
    const { workbench } = window;
    await workbench.open('roles.yaml');
    await starts[from]?.();
    await workbench.dialog.filter({ hasText: 'Deploy 3 changes to Support in account Sandbox' }).waitFor();
    await workbench.dialog.filter({ hasText: 'Customer loses 1 permission' }).waitFor();
    await workbench.answer('Cancel');
  });

  it('and past the threshold for the name of the service, without which nothing is written', async () => {
    const { workbench, page } = window;
    const name = workbench.quickInput.locator('input.input');
    await workbench.command('Twilio Roles: Deploy');
    await workbench.answer('Deploy');
    await name.fill('Suport');
    await page.keyboard.press('Enter');
    await workbench.quickInput.filter({ hasText: 'Type "Support"' }).waitFor();
    await workbench.picture('typed');
    await name.fill('Support');
    expect(await support.permissions('Bot', 'service')).toBeUndefined();
    await page.keyboard.press('Enter');
    await workbench.notification('Deployed 3 changes to Support').waitFor();
    expect(await support.permissions('Bot', 'service')).toEqual(['addParticipant', 'joinConversation']);
  });

  it("but never from another tool's roles.yaml", async () => {
    const { workbench } = window;
    await workbench.open('roles.yaml');
    await workbench.titleAction('Deploy').waitFor();
    await workbench.open('kubernetes/roles.yaml');
    await workbench.line('pod-reader').waitFor();
    await workbench.titleAction('Deploy').waitFor({ state: 'detached' });
    expect(await workbench.titleAction('Plan').count()).toBe(0);
    expect(await workbench.lens('Deploy').count()).toBe(0);
  });
});
