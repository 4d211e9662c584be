import { afterAll, beforeAll, describe, it } from 'vitest';
import { openWindow, photographFailures, type Window } from './window';

describe('VS Code in a browser, without a machine behind the extension', () => {
  let window: Window;

  beforeAll(async () => {
    // The extension runs in the page's worker then, by its entry for browsers.
    const settings = { 'remote.extensionKind': { 'twilio-roles.twilio-roles': ['web'] } };
    window = await openWindow({ name: 'browser', file: 'mistakes.roles.yaml', settings });
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it('mistakes are underlined and mended', async () => {
    const { workbench } = window;
    await workbench.squiggles('error').first().waitFor();
    await workbench.picture('squiggles');
    await workbench.selectWord('joinConversaton');
    await workbench.quickFix('Change to "joinConversation"');
    await workbench.line('joinConversation # a letter').waitFor();
  });

  it('a deploy says what it needs', async () => {
    const { workbench } = window;
    await workbench.command('Twilio Roles: Deploy');
    await workbench.notification('This needs VS Code on a machine').waitFor();
  });
});
