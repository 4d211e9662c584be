import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { project } from '../../../scripts/paths';
import { openWindow, photographFailures, type Window } from './window';

describe('a workspace that is on no disk', () => {
  let window: Window;

  beforeAll(async () => {
    const others = [join(project, 'test/e2e/ui/virtual')];
    window = await openWindow({ name: 'virtual', others });
    const { page, server, workbench, workspace } = window;
    const file = join(workspace, 'virtual.code-workspace');
    await writeFile(file, JSON.stringify({ folders: [{ uri: 'virtual:/acme' }] }));
    await page.goto(server.page(file, { openFile: 'virtual:/acme/roles.yaml' }));
    await workbench.ready('roles.yaml');
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('has its mistakes underlined and mended, and is saved where it is', async () => {
    const { workbench, page } = window;
    await workbench.squiggles('error').waitFor();
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
