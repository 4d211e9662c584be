import { describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import type { LiveSnapshot } from '../../core/src';
import { permissionsOf } from '../../core/src/catalog';
import { liveNames } from '../../core/src/language/live-names';
import { choice } from '../../core/src/language/snippets';
import { bigFile } from '../support/big-file';
import { at, chosen, labels } from '../support/completions';
import { atCursor, LanguageSession, modernClient } from '../support/language-session';

const live = liveNames([
  {
    account: `AC${'a'.repeat(32)}`,
    product: 'conversations',
    complete: true,
    services: [
      {
        sid: `IS${'1'.repeat(32)}`,
        friendlyName: 'Support',
        isDefault: true,
        roles: [
          { sid: `RL${'1'.repeat(32)}`, friendlyName: 'Agent', type: 'service', permissions: [] },
          { sid: `RL${'2'.repeat(32)}`, friendlyName: 'Guest', type: 'conversation', permissions: [] },
        ],
        users: [
          { sid: `US${'1'.repeat(32)}`, identity: 'alice@example.com', roleSid: `RL${'1'.repeat(32)}` },
        ],
      },
    ],
  } satisfies LiveSnapshot,
]);

describe('keys', () => {
  it.each([
    ['$0', ['product', 'service', 'services', 'roles', 'defaults', 'users', 'roles.yaml']],
    ['service: default\n$0', ['product', 'roles', 'defaults', 'users']],
    ['roles:\n  - $0', ['friendlyName', 'type', 'permissions', 'sid', 'renamedFrom', 'role']],
    ['roles:\n- $0', ['friendlyName', 'type', 'permissions', 'sid', 'renamedFrom', 'role']],
    ['roles:\n  - friendlyName: A\n    $0\n    type: service', ['permissions', 'sid', 'renamedFrom']],
    ['roles:\n  - {friendlyName: A, $0}', ['type', 'permissions', 'sid', 'renamedFrom']],
    ['roles: [{friendlyName: A, ty$0}]', ['type', 'permissions', 'sid', 'renamedFrom']],
    ['users:\n  - identity: a\n    $0', ['sid', 'role', 'friendlyName', 'attributes']],
    ['defaults:\n  user: A\n  $0', ['participant', 'creator']],
    ['services:\n  staging:\n    sid: default\n    $0', ['account', 'region', 'edge']],
  ])('that still fit: %j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('bring the beginning of their value', () => {
    expect(chosen('roles:\n  - friendlyName: A\n    ty$0', 'type')).toBe(
      `roles:\n  - friendlyName: A\n    type: ${choice(1, ['conversation', 'service'])}`,
    );
    expect(chosen('roles:\n  - friendlyName: A\n    $0', 'permissions')).toBe(
      'roles:\n  - friendlyName: A\n    permissions:\n      - $0',
    );
    expect(chosen('roles:\n  - fri$0', 'friendlyName')).toBe('roles:\n  - friendlyName: ');
  });

  it('that have their colon are replaced alone', () => {
    expect(chosen('roles:\n  - friend$0lyNam: A', 'friendlyName')).toBe('roles:\n  - friendlyName: A');
  });
});

describe('permissions', () => {
  const service = [...permissionsOf('service').keys()];
  const role = 'roles:\n  - friendlyName: A\n    type: service\n    permissions:';

  it.each([
    ['on an empty item', `${role}\n      - $0`, []],
    ['half typed', `${role}\n      - joinC$0`, []],
    [
      'beside others',
      `${role}\n      - joinConversation\n      - $0\n      - addParticipant`,
      ['joinConversation', 'addParticipant'],
    ],
    ['at the column of the key', `${role}\n    - joinConversation\n    - $0\n`, ['joinConversation']],
    ['in a flow list', `${role} [joinConversation, $0]`, ['joinConversation']],
    ['in a flow list that nobody closed', `${role} [joinConversation, $0`, ['joinConversation']],
    [
      'in a flow list of several lines',
      `${role} [\n      joinConversation,\n      $0\n    ]`,
      ['joinConversation'],
    ],
    ['in quotes', `${role}\n      - "$0"`, []],
    ['in quotes that nobody closed', `${role}\n      - joinConversation\n      - "$0`, ['joinConversation']],
    [
      'after an alias',
      `x-a: &a\n  - joinConversation\n${role}\n      - *a\n      - $0`,
      ['joinConversation'],
    ],
    [
      'with a key without colon below',
      `${role}\n      - joinConversation\n      - $0\n    sid`,
      ['joinConversation'],
    ],
    ['with a tab below', `${role}\n      - joinConversation\n      - $0\n\tsid: x`, ['joinConversation']],
    [
      'with an open quote above',
      `roles:\n  - friendlyName: "A\n    type: service\n    permissions:\n      - $0`,
      [],
    ],
  ])('of the type, without those granted: %s', (_, marked, granted) => {
    expect([...labels(marked)].sort()).toEqual(service.filter((name) => !granted.includes(name)).sort());
  });

  it.each(['$0', '-$0', 'join$0', 'join$0Conversation'])('bring the dash where a line has %j', (typed) => {
    const list = `${role}\n      - createConversation\n      `;
    expect(chosen(`${list}${typed}\n`, 'joinConversation')).toBe(`${list}- joinConversation\n`);
    expect(labels(`${list}${typed}\n`)).not.toContain('createConversation');
  });

  it('of both types while the type is unknown', () => {
    const offered = labels('roles:\n  - friendlyName: A\n    permissions: [$0]');
    expect(offered).toContain('joinConversation');
    expect(offered).toContain('leaveConversation');
    expect(offered).not.toContain('joinChannel');
  });

  it('of Chat in a file of Chat', () => {
    const offered = labels(
      'product: chat\nroles:\n  - friendlyName: A\n    type: channel\n    permissions: [$0]',
    );
    expect(offered).toContain('leaveChannel');
    expect(offered).not.toContain('leaveConversation');
  });

  it('say what they mean and how sure that is, the surest first', () => {
    const items = at('roles:\n  - friendlyName: A\n    type: conversation\n    permissions: [$0]');
    const byName = new Map(items.map((item) => [item.label, item]));
    expect(byName.get('sendMessage')?.documentation).toContain('may send text messages');
    expect(byName.get('editNotificationLevel')?.detail).toBe('undocumented');
    expect(byName.get('editOwnUserInfo')).toMatchObject({ detail: 'doubtful', deprecated: true });
    const order = labels('roles:\n  - friendlyName: A\n    type: conversation\n    permissions: [$0]');
    expect(order.indexOf('sendMessage')).toBeLessThan(order.indexOf('editNotificationLevel'));
    expect(order.indexOf('editNotificationLevel')).toBeLessThan(order.indexOf('editOwnUserInfo'));
  });
});

describe('values', () => {
  const roles =
    'roles:\n  - {friendlyName: Agent, type: service, permissions: []}\n  - {friendlyName: Member, type: conversation, permissions: []}\n';

  it.each([
    ['product: $0', ['chat', 'conversations']],
    ['roles:\n  - type: $0', ['conversation', 'service']],
    ['roles:\n  - type: "$0"', ['conversation', 'service']],
    ['product: chat\nroles:\n  - type: $0', ['channel', 'deployment']],
    [`${roles}defaults:\n  user: $0`, ['Agent']],
    [`${roles}defaults:\n  participant: $0`, ['Member']],
    [`${roles}users:\n  - role: $0`, ['Agent']],
    ['service: $0', ['default']],
    ['services:\n  a: {sid: default, region: $0}', ['ie1', 'us1']],
    ['roles:\n  - friendlyName: $0', []],
    ['# $0', []],
    ['roles:\n  - friendlyName: A # $0', []],
    ['users:\n  - identity: a\n    attributes: |\n      $0', []],
  ])('%j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('live names stand for SIDs', () => {
    expect(labels('service: $0', live)).toEqual(['default', 'Support (IS…1111)']);
    expect(chosen('service: $0', 'Support (IS…1111)', live)).toBe(`service: IS${'1'.repeat(32)}`);
    expect(labels('roles:\n  - type: service\n    sid: $0', live)).toEqual(['Agent (RL…1111)']);
    expect(labels('users:\n  - sid: $0', live)).toEqual(['alice@example.com (US…1111)']);
    expect(labels('users:\n  - identity: $0', live)).toEqual(['alice@example.com']);
    expect(labels('roles:\n  - type: conversation\n    renamedFrom: $0', live)).toEqual(['Guest']);
  });

  it('a name is quoted where YAML would read it otherwise', () => {
    const odd = 'roles:\n  - {friendlyName: "a: b", type: service, permissions: []}\nusers:\n  - role: $0';
    expect(chosen(odd, 'a: b').split('\n').at(-1)).toBe('  - role: "a: b"');
    expect(chosen(odd.replace('$0', '"$0"'), 'a: b').split('\n').at(-1)).toBe('  - role: "a: b"');
  });
});

describe('snippets', () => {
  it('for a role, a user and a whole file', () => {
    expect(chosen('roles:\n  - $0', 'role')).toMatchInlineSnapshot(`
      "roles:
        - friendlyName: \${1:Name}
          type: \${2|conversation,service|}
          permissions:
            - \${3:sendMessage}$0"
    `);
    expect(chosen('users:\n  $0', '- user')).toMatchInlineSnapshot(`
      "users:
        - identity: \${1:alice@example.com}
          role: \${2:Name}$0"
    `);
    expect(chosen('$0', 'roles.yaml')).toMatchInlineSnapshot(`
      "product: conversations
      service: default

      roles:
        - friendlyName: \${1:Name}
          type: \${2|conversation,service|}
          permissions:
            - \${3:sendMessage}$0
      "
    `);
  });
});

describe('over the protocol', () => {
  it('thousands of roles come as those that fit what is typed', async () => {
    await using session = await LanguageSession.start({ capabilities: modernClient });
    const { text, position } = atCursor(
      bigFile({ roles: 6000, users: 0 }).concat('users:\n  - identity: a\n    role: Role 5997$0\n'),
    );
    await session.open(text);
    const list = await session.ask<CompletionList>('textDocument/completion', { position });
    expect(list.isIncomplete).toBe(true);
    expect(list.items.map(({ label }) => label)).toEqual(['Role 5997']);
  });

  it('snippets go to clients that take them', async () => {
    await using session = await LanguageSession.start();
    await session.open('roles:\n  - ');
    const items = await session.ask<CompletionItem[]>('textDocument/completion', {
      position: { line: 1, character: 4 },
    });
    expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
    expect(items.map(({ label, textEdit }) => [label, textEdit?.newText])).toEqual([
      ['friendlyName', 'friendlyName: '],
      ['type', 'type: '],
      ['sid', 'sid: '],
      ['renamedFrom', 'renamedFrom: '],
      ['permissions', 'permissions:\n      - '],
    ]);
  });
});
