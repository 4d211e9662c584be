import { describe, expect, it } from 'vitest';
import type { Location, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { atCursor, defaultUri, edited, LanguageSession, textAt } from '../support/language-session';
import { liveAgent } from '../support/live-agent';

const text = `
roles:
  - friendlyName: Agent
    type: service
    permissions: []
  - friendlyName: Agent
    type: conversation
    permissions: []
defaults:
  user: "Agent"
  creator: Agent
users:
  - identity: alice
    role: Agent
  - identity: bob
    role: RL11111111111111111111111111111111
`;

/** The file with a cursor in the given place. */
function cursorIn(place: string): { text: string; position: { line: number; character: number } } {
  expect(text).toContain(place.replace('$0', ''));
  return atCursor(text.replace(place.replace('$0', ''), place));
}

const ownService = 'friendlyName: Ag$0ent\n    type: service';
const ownConversation = 'friendlyName: Ag$0ent\n    type: conversation';

function lines(locations: readonly { range: Range }[] | null): readonly number[] | null {
  return locations?.map(({ range }) => range.start.line) ?? null;
}

describe('a role', () => {
  it.each([
    ['role: Ag$0ent', [2]],
    ['user: "Ag$0ent"', [2]],
    ['creator: Agent$0', [5]],
    [ownConversation, [5]],
    ['role: RL111$0', null],
    ['identity: ali$0ce', null],
  ])('is found from %j', async (place, expected) => {
    await using session = await LanguageSession.start();
    await session.open(text);
    const { position } = cursorIn(place);
    expect(lines(await session.ask<Location[] | null>('textDocument/definition', { position }))).toEqual(
      expected,
    );
  });

  it.each([
    [ownService, [9, 13]],
    [ownConversation, [10]],
    ['role: Ag$0ent', [9, 13]],
  ])('is referred to, from %j', async (place, expected) => {
    await using session = await LanguageSession.start();
    await session.open(text);
    const { position } = cursorIn(place);
    const ask = (includeDeclaration: boolean) =>
      session.ask<Location[]>('textDocument/references', { position, context: { includeDeclaration } });
    expect(lines(await ask(false))).toEqual(expected);
    expect(lines(await ask(true))?.length).toBe(expected.length + 1);
  });

  it('is highlighted where it is written, as a whole', async () => {
    await using session = await LanguageSession.start();
    await session.open(text);
    const { position } = cursorIn('role: Ag$0ent');
    const highlights = await session.ask<{ range: Range; kind: number }[]>('textDocument/documentHighlight', {
      position,
    });
    expect(highlights.map(({ range, kind }) => [textAt(text, range), kind])).toEqual([
      ['Agent', 3],
      ['"Agent"', 2],
      ['Agent', 2],
    ]);
  });
});

describe('an anchor', () => {
  const shared = `
x-a: &a [joinConversation]
roles:
  - friendlyName: Agent
    type: service
    permissions: *a
x-later: &a [createConversation]
users:
  - identity: alice
    attributes: { list: *a, more: [*a] }
`;
  const ask = async (method: string, place: string, yamlServer = false) => {
    const { text, position } = atCursor(shared.replace(place.replace('$0', ''), place));
    await using session = await LanguageSession.start({ options: { yamlServer } });
    await session.open(text);
    const context = { includeDeclaration: false };
    const found = await session.ask<{ range: Range }[] | null>(method, { position, context });
    return found?.map(({ range }) => `${range.start.line}:${textAt(text, range)}`) ?? null;
  };

  it('is found from an alias: the last one before it', async () => {
    expect(await ask('textDocument/definition', 'permissions: *$0a')).toEqual(['1:&a']);
    expect(await ask('textDocument/definition', 'list: $0*a')).toEqual(['6:&a']);
    expect(await ask('textDocument/definition', 'x-later: &$0a')).toEqual(['6:&a']);
  });

  it('is referred to by the aliases that stand for it', async () => {
    expect(await ask('textDocument/references', 'x-a: &$0a')).toEqual(['5:*a']);
    expect(await ask('textDocument/references', 'more: [*a$0]')).toEqual(['9:*a', '9:*a']);
  });

  it('is highlighted with them', async () => {
    expect(await ask('textDocument/documentHighlight', 'x-a: &$0a')).toEqual(['1:&a', '5:*a']);
  });

  it('is found by another YAML server where there is one, which knows nothing of references', async () => {
    expect(await ask('textDocument/definition', 'permissions: *$0a', true)).toBeNull();
    expect(await ask('textDocument/references', 'x-a: &$0a', true)).toEqual(['5:*a']);
  });
});

describe('renaming', () => {
  async function renamed(place: string, newName: string, live: readonly object[] = []): Promise<string> {
    await using session = await LanguageSession.start();
    await session.open(text);
    await session.connection.sendNotification('twilioRoles/live', live);
    const { position } = cursorIn(place);
    const edit = await session.ask<WorkspaceEdit>('textDocument/rename', { position, newName });
    return edited(text, edit.changes?.[defaultUri] ?? []);
  }

  it('changes the name in its entry, for users and as a default, of one level alone', async () => {
    const expected = text
      .replace('friendlyName: Agent\n    type: service', 'friendlyName: "Level: 2"\n    type: service')
      .replace('user: "Agent"', 'user: "Level: 2"')
      .replace('role: Agent', 'role: "Level: 2"');
    expect(await renamed(ownService, 'Level: 2')).toBe(expected);
    expect(await renamed('role: Ag$0ent', 'Level: 2')).toBe(expected);
  });

  it('says what a live role was called, so that its users move along', async () => {
    expect(await renamed(ownService, 'Clerk', liveAgent)).toContain(
      '  - friendlyName: Clerk\n    renamedFrom: Agent\n    type: service\n',
    );
    expect(await renamed(ownConversation, 'Clerk', liveAgent)).not.toContain('renamedFrom');
  });

  it.each([
    ['', 'A role needs a name'],
    ['x'.repeat(65), 'at most 64 characters'],
  ])('to %j is refused', async (name, message) => {
    await expect(renamed(ownService, name)).rejects.toThrow(message);
  });

  it('is offered on a role and on nothing else', async () => {
    await using session = await LanguageSession.start();
    await session.open(text);
    const prepare = (place: string) =>
      session.ask<{ placeholder: string } | null>('textDocument/prepareRename', {
        position: cursorIn(place).position,
      });
    expect(await prepare('role: Ag$0ent')).toMatchObject({ placeholder: 'Agent' });
    expect(await prepare('identity: al$0ice')).toBeNull();
    expect(await prepare('typ$0e: service')).toBeNull();
  });
});
