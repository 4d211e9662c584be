import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { defaultUri, edited, LanguageSession, modernClient } from '../support/language-session';

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function actions(
  text: string,
  only?: readonly string[],
  triggerKind = 1,
): Promise<readonly CodeAction[]> {
  await using session = await LanguageSession.start({ capabilities: modernClient });
  await session.open(text);
  const diagnostics: readonly Diagnostic[] = await session.pull();
  return session.ask('textDocument/codeAction', {
    range: whole,
    context: { diagnostics, triggerKind, ...(only && { only }) },
  });
}

function mended(text: string, action: CodeAction | undefined): string {
  expect(action?.edit?.changes).toBeDefined();
  return edited(text, action?.edit?.changes?.[defaultUri] ?? []);
}

const misspelt = `roles:
  - friendly_name: Agent
    type: service
    permissions:
      - joinConversatin # why not
      - createConversation
      - createConversation
`;

describe('quick fixes', () => {
  it('carry the diagnostic they mend, and are made of what it carries', async () => {
    const [first] = await actions(misspelt, ['quickfix']);
    expect(first).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-key' }],
    });
    expect(mended(misspelt, first)).toBe(misspelt.replace('friendly_name', 'friendlyName'));
  });

  it('of a text that was edited since are left to the next diagnostics', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(misspelt);
    const diagnostics = await session.pull();
    await session.change([{ range: { start: whole.start, end: whole.start }, text: '# a new line\n' }]);
    const ask = (given: readonly Diagnostic[]) =>
      session.ask<CodeAction[]>('textDocument/codeAction', {
        range: whole,
        context: { diagnostics: given, only: ['quickfix'] },
      });
    expect(await ask(diagnostics)).toEqual([]);
    expect((await ask(await session.pull())).length).toBeGreaterThan(0);
  });

  it('for the whole file are worked out from it', async () => {
    const chat = 'roles:\n  - friendlyName: A\n    type: channel\n    permissions: [leaveChannel]\n';
    const fixes = await actions(chat, ['quickfix']);
    const declare = fixes.find((action) => mended(chat, action).includes('product: chat'));
    expect(declare && mended(chat, declare)).toBe(`product: chat\n${chat}`);
  });
});

describe('source actions', () => {
  it('fix all that has a preferred fix, once', async () => {
    const [fixAll, ...others] = await actions(misspelt, ['source.fixAll.twilioRoles']);
    expect(others).toEqual([]);
    expect(mended(misspelt, fixAll)).toBe(`roles:
  - friendlyName: Agent
    type: service
    permissions:
      - joinConversation # why not
      - createConversation
`);
  });

  it('sort permissions, with their comments', async () => {
    const [sort] = await actions(misspelt, ['source.sortPermissions.twilioRoles']);
    expect(mended(misspelt, sort)).toBe(
      misspelt.replace(
        '      - joinConversatin # why not\n      - createConversation\n      - createConversation\n',
        '      - createConversation\n      - createConversation\n      - joinConversatin # why not\n',
      ),
    );
  });

  it('make a file of Chat one of Conversations', async () => {
    const chat =
      'product: chat\nroles:\n  - friendlyName: A\n    type: channel\n    permissions: [leaveChannel]\n';
    const [convert] = await actions(chat, ['source.convertToConversations.twilioRoles']);
    const converted = mended(chat, convert);
    expect(converted).toContain('type: conversation');
    expect(converted).toContain('permissions: [leaveConversation]');
    expect(await actions(converted)).toEqual([]);
    expect((await actions(chat, ['source'])).map(({ title }) => title)).toContain(
      'Convert Chat to Conversations',
    );
    // What is run on save mends and never converts.
    expect(await actions(chat, ['source.fixAll'])).toEqual([]);
  });

  it('answer to the kind that is asked for, and to none asked for by a person', async () => {
    const kinds = async (only?: readonly string[], triggerKind?: number) =>
      (await actions(misspelt, only, triggerKind)).map(({ kind }) => kind);
    expect(await kinds(['source'])).toEqual([
      'source.fixAll.twilioRoles',
      'source.sortPermissions.twilioRoles',
    ]);
    expect(new Set(await kinds())).toEqual(
      new Set(['quickfix', 'source.fixAll.twilioRoles', 'source.sortPermissions.twilioRoles']),
    );
    // A light bulb asks at every move of the cursor.
    expect(new Set(await kinds(undefined, 2))).toEqual(new Set(['quickfix']));
  });
});
