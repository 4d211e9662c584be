import { describe, expect, it } from 'vitest';
import { LanguageSession, modernClient, textAt } from '../support/language-session';

const role = (name: string, permission: string) =>
  `  - friendlyName: ${name}\n    type: service\n    permissions: [${permission}]\n`;
const bad = `roles:\n${role('A', 'joinConversatin')}`;
const good = `roles:\n${role('A', 'joinConversation')}`;

describe('fetched diagnostics', () => {
  it('have a code with a link, a source, and their fixes', async () => {
    await using session = await LanguageSession.start({
      capabilities: modernClient,
      options: { rulesPage: 'file:///docs/rules.md' },
    });
    await session.open(bad);
    const [diagnostic] = await session.pull();
    expect(diagnostic).toMatchObject({
      severity: 1,
      code: 'unknown-permission',
      codeDescription: { href: 'file:///docs/rules.md#unknown-permission' },
      source: 'twilio-roles',
      message: 'Unknown permission "joinConversatin"; did you mean "joinConversation"?',
    });
    expect(diagnostic && textAt(bad, diagnostic.range)).toBe('joinConversatin');
    expect(diagnostic?.data).toMatchObject({
      fixes: [{ title: 'Change to "joinConversation"', preferred: true }],
    });
  });

  it('follow edits, one after another in one message too', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(good);
    expect(await session.pull()).toEqual([]);
    await session.change([
      { range: { start: { line: 3, character: 32 }, end: { line: 3, character: 33 } }, text: '' },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# one\n# two\n' },
    ]);
    const [diagnostic] = await session.pull();
    expect(diagnostic?.range.start.line).toBe(5);
    await session.change([{ text: good }]);
    expect(await session.pull()).toEqual([]);
  });

  it('are unchanged as long as nothing is', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(bad);
    const first = await session.ask<{ resultId: string }>('textDocument/diagnostic');
    const again = await session.ask('textDocument/diagnostic', { previousResultId: first.resultId });
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await session.connection.sendNotification('twilioRoles/live', []);
    const later = await session.ask('textDocument/diagnostic', { previousResultId: first.resultId });
    expect(later).toMatchObject({ kind: 'full' });
  });

  it('of a file opened again are new, though its version is not', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(bad);
    const first = await session.ask<{ resultId: string }>('textDocument/diagnostic');
    await session.close();
    await session.open(good, undefined, 1);
    const report = await session.ask('textDocument/diagnostic', { previousResultId: first.resultId });
    expect(report).toMatchObject({ kind: 'full', items: [] });
  });

  it('name other places that explain them, and draw what is of no use', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(`${good}${role('A', 'joinConversation')}x-a: &unused []\n`);
    const byCode = new Map((await session.pull()).map((diagnostic) => [diagnostic.code, diagnostic]));
    expect(byCode.get('duplicate-role')?.relatedInformation?.[0]?.location.range.start.line).toBe(1);
    expect(byCode.get('unused-anchor')?.tags).toEqual([1]);
  });
});

describe('pushed diagnostics, for clients that fetch none', () => {
  it('come with each change and the version they are of', async () => {
    await using session = await LanguageSession.start();
    expect(session.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await session.open(bad);
    expect(await session.pushed()).toMatchObject({
      version: 1,
      diagnostics: [{ code: 'unknown-permission' }],
    });
    await session.change([{ text: good }]);
    expect(await session.pushed()).toMatchObject({ version: 2, diagnostics: [] });
  });

  it('come once for changes that arrive together', async () => {
    await using session = await LanguageSession.start();
    await session.open(good);
    await session.pushed();
    await Promise.all([1, 2, 3, 4].map((n) => session.change([{ text: n === 4 ? bad : `${good}# ${n}\n` }])));
    expect(await session.pushed()).toMatchObject({
      version: 5,
      diagnostics: [{ code: 'unknown-permission' }],
    });
    expect(session.unread()).toBe(0);
  });

  it('go when the file is closed', async () => {
    await using session = await LanguageSession.start();
    await session.open(bad);
    await session.pushed();
    await session.close();
    expect(await session.pushed()).toMatchObject({ diagnostics: [] });
  });
});

describe('settings', () => {
  it('say how much a rule matters, and are asked for again when they change', async () => {
    let severity: Record<string, string> = { 'unknown-permission': 'hint' };
    await using session = await LanguageSession.start({ settings: () => ({ severity }) });
    await session.open(bad);
    expect((await session.pushed()).diagnostics).toMatchObject([{ severity: 4 }]);
    severity = { 'unknown-permission': 'off' };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect((await session.pushed()).diagnostics).toEqual([]);
  });

  it('come with the change from a client that cannot be asked', async () => {
    await using session = await LanguageSession.start({ options: { settings: { severity: {} } } });
    const change = (settings: unknown) =>
      session.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await session.open(bad);
    expect((await session.pushed()).diagnostics).toMatchObject([{ severity: 1 }]);
    await change({ twilioRoles: { severity: { 'unknown-permission': 'off' } } });
    expect((await session.pushed()).diagnostics).toEqual([]);
    // What isn't ours to know leaves ours as they are.
    await change({ editor: {} });
    expect((await session.pushed()).diagnostics).toEqual([]);
    await change({ twilioRoles: {} });
    expect((await session.pushed()).diagnostics).toMatchObject([{ severity: 1 }]);
  });

  it('of a client that answers nonsense are what everybody gets', async () => {
    await using session = await LanguageSession.start({
      settings: () => ({ severity: ['x'], syntaxErrors: 7 }),
    });
    await session.open(bad);
    expect((await session.pushed()).diagnostics).toMatchObject([{ severity: 1 }]);
  });

  it.each([
    ['auto', true, []],
    ['auto', false, ['yaml-syntax']],
    ['always', true, ['yaml-syntax']],
    ['never', false, []],
  ] as const)('syntaxErrors %s with another YAML server %s', async (syntaxErrors, yamlServer, expected) => {
    await using session = await LanguageSession.start({
      options: { yamlServer, settings: { syntaxErrors } },
    });
    await session.open('roles:\n  - friendlyName: "A\n');
    const { diagnostics } = await session.pushed();
    expect(diagnostics.map(({ code }) => code)).toEqual(expected);
  });

  it('notice that another YAML server came', async () => {
    await using session = await LanguageSession.start();
    await session.open('roles:\n  - friendlyName: "A\n');
    expect((await session.pushed()).diagnostics).toHaveLength(1);
    await session.connection.sendNotification('twilioRoles/yamlServer', { active: true });
    expect((await session.pushed()).diagnostics).toEqual([]);
  });
});

describe('live names', () => {
  const sid = `RL${'1'.repeat(32)}`;
  const text = `service: default\nroles:\n  - friendlyName: A\n    type: service\n    sid: ${sid}\n    permissions: [joinConversation]\n`;
  const snapshot = (roles?: readonly object[]) => [
    {
      account: `AC${'a'.repeat(32)}`,
      product: 'conversations',
      complete: true,
      services: [{ sid: `IS${'1'.repeat(32)}`, isDefault: true, ...(roles && { roles }) }],
    },
  ];

  it('are held against the file where they are complete, and nowhere else', async () => {
    await using session = await LanguageSession.start();
    await session.open(text);
    expect((await session.pushed()).diagnostics).toEqual([]);
    await session.connection.sendNotification('twilioRoles/live', snapshot());
    expect((await session.pushed()).diagnostics).toEqual([]);
    await session.connection.sendNotification('twilioRoles/live', snapshot([]));
    expect((await session.pushed()).diagnostics).toMatchObject([{ code: 'unknown-live-sid' }]);
    await session.connection.sendNotification('twilioRoles/live', []);
    expect((await session.pushed()).diagnostics).toEqual([]);
  });
});

describe('files that nobody has open', () => {
  const other = 'file:///project/other.roles.yaml';

  it('are reported on from the text that the client gives', async () => {
    let text: string | null = bad;
    let asked = 0;
    await using session = await LanguageSession.start({
      capabilities: modernClient,
      prepare: (connection) =>
        connection.onRequest('twilioRoles/text', ({ uri }) => {
          asked++;
          return uri === other ? text : null;
        }),
    });
    const report = async (previousResultIds: object[] = []) => {
      const params = { identifier: 'twilio-roles', previousResultIds };
      const { items } = await session.ask<{ items: { uri: string; resultId: string }[] }>(
        'workspace/diagnostic',
        params,
      );
      return items;
    };
    expect(await report()).toEqual([]);
    await session.connection.sendNotification('twilioRoles/files', {
      uris: [other, 'file:///project/gone.yaml'],
    });
    const first = await report();
    expect(first).toMatchObject([{ uri: other, version: null, items: [{ code: 'unknown-permission' }] }]);
    const previous = [{ uri: other, value: first[0]?.resultId }];
    expect(await report(previous)).toMatchObject([{ uri: other, kind: 'unchanged' }]);
    expect(asked).toBe(2);
    text = good;
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: other, type: 2 }],
    });
    expect(await report(previous)).toMatchObject([{ uri: other, kind: 'full', items: [] }]);
    await session.connection.sendNotification('twilioRoles/files', { uris: [] });
    expect(await report(previous)).toEqual([{ uri: other, version: null, kind: 'full', items: [] }]);
  });

  it('count once when they are open', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(bad, other);
    await session.connection.sendNotification('twilioRoles/files', { uris: [other] });
    const { items } = await session.ask<{ items: object[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items).toMatchObject([{ uri: other, version: 1, items: [{ code: 'unknown-permission' }] }]);
  });
});
