import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { project } from '../../../scripts/paths';
import { openWindow, photographFailures, type Window } from './window';

describe('a workspace that is on no disk', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({
      name: 'virtual',
      others: [join(project, 'test/e2e/ui/virtual')],
      folder: 'virtual:/acme',
    });
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('has its mistakes underlined and mended, and is saved where it is', async () => {
    const { workbench, page } = window;
    await workbench.row('roles.yaml').dblclick();
    await workbench.squiggles('error').waitFor();
    // What comes above the lines moves them, and shuts a menu that is open.
    await workbench.lens('Deploy').waitFor();
    await workbench.picture('squiggle');
    await workbench.selectWord('joinConversaton');
    await workbench.quickFix('Change to "joinConversation"');
    await workbench.squiggles('error').waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+S');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  it('has permissions completed', async () => {
    const { workbench, page } = window;
    await workbench.selectWord('createConversation');
    await page.keyboard.type('delete');
    await page.keyboard.press('ControlOrMeta+Space');
    await workbench.suggestion('deleteConversation').waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.line('createConversation').waitFor();
  });

  it('is held against what is live', async () => {
    const { workbench } = window;
    await workbench.titleAction('Deploy').waitFor();
    await workbench.showView('Twilio Roles');
    await workbench.row('Support').filter({ hasText: '1 change' }).waitFor();
    await workbench.command('Twilio Roles: Plan');
    await workbench.row('Support').nth(1).waitFor();
    await workbench.picture('plan');
  });
});
