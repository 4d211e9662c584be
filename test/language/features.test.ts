import { describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { parseDocument } from '../../core/src';
import { folding } from '../../core/src/language/folding';
import { selection } from '../../core/src/language/selection';
import { mostSymbols } from '../../core/src/language/symbols';
import { bigFile } from '../support/big-file';
import { atCursor, defaultUri, LanguageSession, textAt } from '../support/language-session';

const service = `IS${'1'.repeat(32)}`;
const role = `RL${'1'.repeat(32)}`;
const text = `# Roles of the support team,
# reviewed every month.
services:
  staging:
    sid: ${service}
    region: ie1
    edge: dublin
roles:
  - friendlyName: Agent
    type: service
    sid: ${role}
    permissions:
      - joinConversation
      - frobnicate
  - friendlyName: Member
    type: conversation
    permissions: [sendMessage, editOwnUserInfo]
defaults:
  user: Agent
users:
  - identity: alice
    role: Agent
`;
const live = [
  {
    account: `AC${'a'.repeat(32)}`,
    product: 'conversations',
    complete: true,
    services: [
      {
        sid: service,
        friendlyName: 'Support',
        isDefault: false,
        roles: [{ sid: role, friendlyName: 'Agent', type: 'service', permissions: ['joinConversation'] }],
        users: [{ sid: `US${'1'.repeat(32)}`, identity: 'alice', roleSid: role }],
        defaults: { user: role },
      },
    ],
  },
];
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function opened(capabilities = {}, options = {}): Promise<LanguageSession> {
  const session = await LanguageSession.start({ capabilities, options });
  await session.open(text);
  return session;
}

describe('the outline', () => {
  it('is a tree', async () => {
    await using session = await opened({
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    const symbols = await session.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(drawn(symbols)).toMatchInlineSnapshot(`
      "staging: IS11111111111111111111111111111111
      roles
        Agent: service, 2 permissions
        Member: conversation, 2 permissions
      defaults
        user: Agent
      users
        alice: Agent
      "
    `);
    for (const symbol of [...symbols, ...symbols.flatMap(({ children = [] }) => children)]) {
      const { range, selectionRange } = symbol;
      expect(contains(range, selectionRange), symbol.name).toBe(true);
    }
    const agent = symbols.find(({ name }) => name === 'roles')?.children?.[0];
    expect(agent && textAt(text, agent.selectionRange)).toBe('Agent');
    expect(agent && textAt(text, agent.range)).toMatch(/^ {2}- friendlyName: Agent[\s\S]*- frobnicate$/);
  });

  it('is flat for clients that take no tree', async () => {
    await using session = await opened();
    const symbols = await session.ask<{ name: string; location: object }[]>('textDocument/documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual([
      'staging',
      'roles',
      'Agent',
      'Member',
      'defaults',
      'user',
      'users',
      'alice',
    ]);
    expect(symbols[0]).toHaveProperty('location');
  });

  it('has an end', async () => {
    await using session = await LanguageSession.start();
    await session.open(bigFile({ roles: mostSymbols + 500 }));
    const symbols = await session.ask<object[]>('textDocument/documentSymbol');
    expect(symbols.length).toBeLessThan(mostSymbols + 10);
  });

  it('finds roles and users by some of their letters', async () => {
    await using session = await opened();
    const find = async (query: string) =>
      (await session.ask<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
    expect(await find('agt')).toEqual(['Agent']);
    expect(await find('e')).toEqual(['Agent', 'Member', 'alice']);
    expect(await find('zz')).toEqual([]);
  });
});

describe('structure', () => {
  it('folds what stands deeper, and comments', async () => {
    await using session = await opened();
    const folds = await session.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(
      folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`),
    ).toEqual(['0-1 comment', '2-6', '3-6', '7-16', '8-13', '11-13', '14-16', '17-18', '19-21', '20-21']);
  });

  it('folds no more than the client asks for', async () => {
    await using session = await opened({ textDocument: { foldingRange: { rangeLimit: 3 } } });
    expect(await session.ask('textDocument/foldingRange')).toHaveLength(3);
  });

  it('selects ever more', async () => {
    await using session = await opened();
    const { position } = atCursor(text.replace('joinC', 'joinC$0'));
    const [first] = await session.ask<SelectionRange[]>('textDocument/selectionRange', {
      positions: [position],
    });
    const selected: string[] = [];
    for (let range: SelectionRange | undefined = first; range; range = range.parent) {
      selected.push(textAt(text, range.range).split('\n')[0] ?? '');
    }
    expect(selected).toEqual([
      'joinConversation',
      '- joinConversation',
      'permissions:',
      'friendlyName: Agent',
      '- friendlyName: Agent',
      'roles:',
      '# Roles of the support team,',
    ]);
  });

  it('selects the list of an entry up to the next key', () => {
    const marked = 'roles:\n  - type: service\n  - type: $0\nx-a: b\nusers: [{ identity: a }]\n';
    const offset = marked.indexOf('$0');
    const text = marked.replace('$0', '');
    const selected = selection(parseDocument(text), offset).map(({ start, end }) => text.slice(start, end));
    expect(selected.slice(-3)).toEqual(['- type:', 'roles:\n  - type: service\n  - type:', text]);
  });

  it('folds what is folded first where there is more than an editor takes', () => {
    const roles = '  - type: service\n    permissions:\n      - sendMessage\n'.repeat(3);
    expect(folding(`roles:\n${roles}`, 3)).toEqual([
      { startLine: 0, endLine: 9 },
      { startLine: 1, endLine: 3 },
      { startLine: 2, endLine: 3 },
    ]);
  });
});

describe('what is shown beside the text', () => {
  it('links a service to its page, and no permission: hover has that link', async () => {
    await using session = await opened();
    const links = await session.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links.map(({ range, target }) => `${textAt(text, range)} ${target}`)).toEqual([
      `${service} https://www.twilio.com/console/conversations/services/${service}?x-target-region=ie1`,
    ]);
  });

  it('gives live names of SIDs, where it knows them and in the part that is asked for', async () => {
    await using session = await opened();
    const hints = (range = whole) => session.ask<InlayHint[]>('textDocument/inlayHint', { range });
    expect(await hints()).toEqual([]);
    await session.connection.sendNotification('twilioRoles/live', live);
    expect((await hints()).map(({ label, position }) => [label, position.line])).toEqual([
      ['Support', 4],
      ['Agent', 10],
    ]);
    expect(await hints({ start: { line: 8, character: 0 }, end: { line: 12, character: 0 } })).toHaveLength(
      1,
    );
  });

  it('gives no names where the settings say so', async () => {
    await using session = await LanguageSession.start({ settings: () => ({ inlayHints: false }) });
    await session.open(text);
    await session.connection.sendNotification('twilioRoles/live', live);
    expect(await session.ask('textDocument/inlayHint', { range: whole })).toBeNull();
  });

  it('marks permissions, types and roles that it knows', async () => {
    await using session = await opened();
    const { legend } = session.initialized.capabilities.semanticTokensProvider ?? {
      legend: { tokenTypes: [] },
    };
    const { data } = await session.ask<SemanticTokens>('textDocument/semanticTokens/range', { range: whole });
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      line += down;
      character = down > 0 ? right : character + right;
      const range = { start: { line, character }, end: { line, character: character + length } };
      tokens.push(`${textAt(text, range)} ${legend.tokenTypes[type]}${modifiers ? ' deprecated' : ''}`);
    }
    expect(tokens).toEqual([
      'Agent class',
      'service enum',
      'joinConversation enumMember',
      'Member class',
      'conversation enum',
      'sendMessage enumMember',
      'editOwnUserInfo enumMember deprecated',
      'Agent class',
      'Agent class',
    ]);
  });
});

describe('lenses', () => {
  const sound = text.replace('      - frobnicate\n', '');

  async function titles(source: string, snapshots: object[] = live): Promise<readonly string[]> {
    await using session = await LanguageSession.start({ options: { codeLens: true } });
    await session.open(source);
    await session.connection.sendNotification('twilioRoles/live', snapshots);
    const found = await session.ask<CodeLens[]>('textDocument/codeLens');
    const resolved = await Promise.all(
      found.map((lens) =>
        lens.command ? lens : session.connection.sendRequest<CodeLens>('codeLens/resolve', lens),
      ),
    );
    return resolved.map(({ range, command }) => `${range.start.line} ${command?.title}`);
  }

  it('are for clients that have the commands', async () => {
    await using session = await opened();
    expect(session.initialized.capabilities.codeLensProvider).toBeUndefined();
  });

  it('plan and deploy to a service by name', async () => {
    await using session = await opened({}, { codeLens: true });
    const found = await session.ask<CodeLens[]>('textDocument/codeLens');
    expect(found.map(({ command }) => command)).toEqual([
      { title: 'Plan', command: 'twilioRoles.plan', arguments: [defaultUri, 'staging'] },
      { title: 'Deploy', command: 'twilioRoles.deploy', arguments: [defaultUri, 'staging'] },
    ]);
  });

  it('plan and deploy a file that names no service, as a deploy asks for it, once there is a role', async () => {
    const roles = 'roles:\n  - friendlyName: Agent\n    type: service\n    permissions: [joinConversation]\n';
    expect(await titles(roles, [])).toEqual(['0 Plan', '0 Deploy']);
    expect(await titles('product: conversations\nroles: []\n', [])).toEqual([]);
  });

  it('tell how far what is live is from the file', async () => {
    expect(await titles(sound)).toEqual(['3 Plan', '3 Deploy', '3 1 change to roles', '8 1 live user']);
    const same = sound.replace(/ {2}- friendlyName: Member[\s\S]*?(?=defaults)/, '');
    expect(await titles(same)).toEqual(['3 Plan', '3 Deploy', '3 Roles in sync', '8 1 live user']);
    expect(await titles(same.replace('- joinConversation', '- createConversation'))).toContain(
      '3 1 change to roles',
    );
    expect(await titles(sound, [])).toEqual(['3 Plan', '3 Deploy']);
  });

  it('count what is to be mended before anything can be compared', async () => {
    expect(await titles(text)).toContain('3 1 problem to mend');
    expect(await titles(text.replace('- joinConversation', '- joinConversaton'))).toContain(
      '3 2 problems to mend',
    );
  });
});

function drawn(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(
      ({ name, detail, children = [] }) =>
        `${indent}${name}${detail ? `: ${detail}` : ''}\n${drawn(children, `${indent}  `)}`,
    )
    .join('');
}

function contains(outer: DocumentSymbol['range'], inner: DocumentSymbol['range']): boolean {
  const place = ({ line, character }: { line: number; character: number }) => line * 10_000 + character;
  return place(outer.start) <= place(inner.start) && place(inner.end) <= place(outer.end);
}
