import { describe, expect, it } from 'vitest';
import { openWindow } from './window';

const signs = {
  'Agent may joinConversation': { sign: '"✓"', border: 'solid' },
  'Guest may not createConversation': { sign: 'none', border: 'solid' },
  'Customer gets deleteOwnMessage with the next deploy': { sign: '"+"', border: 'solid' },
  'Customer loses leaveConversation with the next deploy': { sign: '"−"', border: 'solid' },
  'Supervisor can’t be given createConversation: its type doesn’t take it': { sign: '"·"', border: 'unseen' },
};

/** What stands in a cell of the matrix, and what is drawn around it. */
function drawing(cell: Element): { readonly sign: string; readonly border: string } {
  const { borderTopStyle, borderTopColor } = getComputedStyle(cell);
  const seen = borderTopColor !== 'rgba(0, 0, 0, 0)';
  return { sign: getComputedStyle(cell, '::before').content, border: seen ? borderTopStyle : 'unseen' };
}

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

    await workbench.open('roles.yaml');
    await workbench.command('Twilio Roles: Open Permission Matrix');
    const matrix = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    // Each state has a sign of its own: who sees no colours tells them apart, too.
    for (const [state, drawn] of Object.entries(signs)) {
      const cell = matrix.getByRole('checkbox', { name: state, exact: true });
      expect(await cell.evaluate(drawing), state).toEqual(drawn);
    }
    await workbench.picture('matrix');
  });
});
