import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('in German', () => {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow({ name: 'german', file: 'roles.yaml', language: 'de' });
    await window.workbench.showView('Twilio Roles');
    await window.workbench.widenSideBar();
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('the sidebar says what is live', async () => {
    const { workbench } = window;
    await workbench.row('Support').filter({ hasText: '3 Änderungen' }).waitFor();
    await workbench.row('Dienstrollen').waitFor();
    await workbench.row('Customer').click();
    await workbench.row('leaveConversation').filter({ hasText: 'live, nicht in der Datei' }).waitFor();
    await workbench.showTooltip();
    await workbench.hover.filter({ hasText: 'Weicht von roles.yaml ab' }).waitFor();
    await workbench.lens('2 Änderungen an Rollen').waitFor();
    await workbench.picture('sidebar');
  });

  it('the question, the plan and the report do, too', async () => {
    const { workbench, page } = window;
    await workbench.command('Twilio Roles: Bereitstellen');
    await workbench.dialog.filter({ hasText: '3 Änderungen in Support im Konto Sandbox' }).waitFor();
    await workbench.dialog.filter({ hasText: 'Customer verliert 1 Berechtigung.' }).waitFor();
    await workbench.picture('question');
    await workbench.answer('Bereitstellen');
    await workbench.notification('3 Änderungen in Support bereitgestellt.').waitFor();
    await workbench.picture('deployed');
    await workbench.choose('Bericht');
    const report = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await report.getByRole('heading', { name: 'Erledigt', exact: true }).waitFor();
    expect(await report.locator('body').innerText()).not.toMatch(/Done|account|Begun|[AP]M/);
    await workbench.picture('report');
  });

  it('the matrix does, too', async () => {
    const { workbench, page } = window;
    await workbench.open('roles.yaml');
    await workbench.command('Twilio Roles: Berechtigungsmatrix öffnen');
    const matrix = page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
    await matrix.getByRole('checkbox', { name: 'Agent darf joinConversation' }).waitFor();
    await workbench.picture('matrix');
  });
});
