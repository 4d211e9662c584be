import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../../../scripts/sandbox';
import { type Gate, startGate } from '../../support/gate';
import { openWindow, photographFailures, type Window } from './window';

const services = /\/Services$/;
const roles = /\/Roles$/;

describe('the Services view, where it has no services to show,', () => {
  let window: Window;
  let twilio: ServedSandbox;
  let gate: Gate;

  beforeAll(async () => {
    twilio = await serveSandbox();
    gate = await startGate(twilio);
    gate.hold(services);
    const env = { ...twilio.env, TWILIO_ROLES_SANDBOX_URL: gate.url };
    window = await openWindow({ name: 'nothing-to-show', env });
    await window.workbench.showView('Twilio Roles');
  });
  photographFailures(() => window);
  afterAll(async () => {
    await window?.[Symbol.asyncDispose]();
    await gate?.[Symbol.asyncDispose]();
    await twilio?.stop();
  });

  it('says that they are being read', async () => {
    const { workbench } = window;
    await workbench.row('Reading services…').waitFor();
    await workbench.picture('reading');
    gate.refuse(403, services);
    await workbench.row('Reading services…').waitFor({ state: 'detached' });
  });

  it.each([
    [403, 'forbidden', 'These credentials may not read the services of the account.', 'Switch Account'],
    [401, 'unauthorized', 'Twilio refuses the credentials.', 'Sign In Again'],
    [400, 'failed', 'The services couldn’t be read.', undefined],
  ])('says of %i: %s, and what to do', async (status, kind, words, remedy) => {
    const { workbench } = window;
    gate.hold(services);
    await workbench.button('Retry').click();
    await window.page.locator('.sidebar .monaco-progress-container.active').first().waitFor();
    gate.refuse(status, services);
    const welcome = workbench.welcome(words);
    await welcome.waitFor();
    const buttons = [remedy, 'Retry', 'Show Log'].filter((button) => button !== undefined);
    expect(await welcome.locator('.monaco-button').allInnerTexts()).toEqual(buttons);
    await workbench.picture(kind);
  });

  it('says on a branch that it is forbidden, and tries again', async () => {
    const { workbench } = window;
    gate.refuse(403, roles);
    await workbench.button('Retry').click();
    const branch = workbench.row('Not allowed for these credentials').first();
    await branch.waitFor();
    expect(await branch.locator('.codicon-circle-slash').count()).toBe(1);
    expect(await workbench.row(/can’t be reached|Reading failed/).count()).toBe(0);
    await branch.click();
    await workbench.picture('branch');
    await branch.getByRole('button', { name: 'Show Log' }).click();
    await window.page.locator('.part.panel .output-view').waitFor();
    gate.open();
    await branch.getByRole('button', { name: 'Retry' }).click();
    await workbench.row('Customer').waitFor();
    await branch.waitFor({ state: 'detached' });
  });

  it('says that there are none', async () => {
    const { workbench } = window;
    gate.answer(services, 200, { meta: { next_page_url: null, key: 'services' }, services: [] });
    await workbench.command('Twilio Roles: Refresh');
    const welcome = workbench.welcome('This account has no conversation service yet.');
    await welcome.waitFor();
    expect(await welcome.locator('.monaco-button').allInnerTexts()).toEqual(['Refresh', 'Switch Account']);
    await workbench.statusBar.filter({ hasText: 'Sandbox' }).filter({ hasNotText: 'change' }).waitFor();
    await workbench.picture('none');
  });

  it('says that nobody answers', async () => {
    const { workbench } = window;
    await gate[Symbol.asyncDispose]();
    await workbench.reload();
    const welcome = workbench.welcome('Twilio can’t be reached from here.');
    await welcome.waitFor();
    expect(await welcome.locator('.monaco-button').allInnerTexts()).toEqual(['Retry', 'Show Log']);
    await workbench.picture('offline');
  });
});
