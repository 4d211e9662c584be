import { describe, it } from 'vitest';
import { openWindow } from './window';

describe('in a theme', () => {
  it.each(['light', 'dark', 'high-contrast'] as const)('%s, everything can be seen', async (theme) => {
    await using window = await openWindow({ name: `look-${theme}`, file: 'roles.yaml', theme });
    const { workbench, page } = window;
    await workbench.showView('Twilio Roles');
    await workbench.widenSideBar();
    await workbench.row('Support').filter({ hasText: '3 changes' }).waitFor();
    await workbench.row('Customer').click();
    await workbench.row('leaveConversation').waitFor();
    await workbench.selectWord('editOwnUserInfo');
    await page.keyboard.type('editOwnUserInf');
    await workbench.squiggles('error').waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Show or Focus Hover');
    await workbench.hover.filter({ hasText: 'did you mean "editOwnUserInfo"?' }).waitFor();
    await workbench.picture('overview');

    await page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.squiggles('error').waitFor({ state: 'detached' });
    await workbench.command('Twilio Roles: Deploy');
    await workbench.dialog.filter({ hasText: 'Customer loses 1 permission' }).waitFor();
    await workbench.picture('deploy');
    await workbench.answer('Cancel');
    await workbench.tab('Plan of Support').waitFor();
    await workbench.picture('plan');
  });
});
