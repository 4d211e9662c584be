import { describe, expect, it } from 'vitest';
import { choice } from '../../core/src/language/snippets';
import { chosen, labels } from '../support/completions';

describe('right after a colon', () => {
  it.each([
    ['roles:\n  - type:$0', 'service', 'roles:\n  - type: service'],
    ['roles: [{type:$0}]', 'service', 'roles: [{type: service}]'],
    ['product:$0\nroles: []\n', 'chat', 'product: chat\nroles: []\n'],
    [
      'roles:\n  - {friendlyName: A, type: service}\nusers:\n  - role:$0',
      'A',
      'roles:\n  - {friendlyName: A, type: service}\nusers:\n  - role: A',
    ],
    ['roles:\n  - type: $0', 'service', 'roles:\n  - type: service'],
  ])('a value brings its space: %j', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });
});

describe('in a file in flow style', () => {
  it.each([
    ['{"roles": [{"type": "$0"}]}', 'service', '{"roles": [{"type": "service"}]}'],
    ['{\n"roles": [\n{"type": "$0"}\n]}\n', 'service', '{\n"roles": [\n{"type": "service"}\n]}\n'],
    [
      '{\n"defaults": {\n"user": "$0"},\n"roles": [{"friendlyName": "A", "type": "service"}]}',
      'A',
      '{\n"defaults": {\n"user": "A"},\n"roles": [{"friendlyName": "A", "type": "service"}]}',
    ],
    ['# ours\n---\n{ $0 }\n', 'roles', '# ours\n---\n{ roles:  }\n'],
  ])('only the word at the cursor is replaced: %j', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });

  it("what a role's type and permissions are counts", () => {
    const offered = labels('{"roles": [{"type": "service", "permissions": ["joinConversation", "$0"]}]}');
    expect(offered).toContain('createConversation');
    expect(offered).not.toContain('joinConversation');
    expect(offered).not.toContain('leaveConversation');
  });

  it('a list of roles or users is offered a whole one', () => {
    expect(chosen('roles: [$0]', '{ role }')).toBe(
      `roles: [{ friendlyName: \${1:Name}, type: ${choice(2, ['conversation', 'service'])}, permissions: [\${3:sendMessage}] }]`,
    );
    expect(labels('roles: [$0]')).toEqual(['{ role }']);
    expect(labels('users: [{identity: a}, $0]')).toEqual(['{ user }']);
  });
});

describe('services by name', () => {
  const services = 'services: { prod: default, "test 2": default }\nroles:\n  - ';

  it.each([
    ['sid:\n      $0', ['prod', 'test 2']],
    ['sid:\n      prod: RL1\n      $0', ['test 2']],
    ['sid: {$0}', ['prod', 'test 2']],
    ['sid: {prod: RL1, $0}', ['test 2']],
    ['sid: {prod: $0}', []],
    ['sid: $0', []],
  ])('are what a role is pinned in: %j', (role, expected) => {
    expect(labels(services + role)).toEqual(expected);
  });

  it('bring the colon of their SID', () => {
    expect(chosen(`${services}sid: {$0}`, 'prod')).toBe(`${services}sid: {prod: }`);
    expect(chosen(`${services}sid:\n      te$0`, 'test 2')).toBe(`${services}sid:\n      test 2: `);
  });

  it.each([
    ['services: {prod: $0}', ['default']],
    ['services: {prod: {$0}}', ['sid', 'account', 'region', 'edge']],
    ['services:\n  prod: $0', ['default']],
    ['services:\n  prod:\n    $0', ['sid', 'account', 'region', 'edge']],
  ])('have a SID, or keys in a mapping of their own: %j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });
});

describe('below the last entry', () => {
  const head = 'product: chat\nservices: {}\ndefaults: {}\n';
  const roles = 'roles:\n  - friendlyName: A\n';
  const users = 'users:\n    - identity: a\n';

  it.each([
    [`${head}${users}${roles}$0`, ['- role']],
    [`${head}${users}${roles}$0\n# the end\n`, ['- role']],
    [`${head}${roles}${users}\n$0\n`, ['- user']],
    [`${head}${roles}$0\n${users}`, ['- role']],
    [`${head}${roles}$0\n    type: channel\n${users}`, []],
    [`${head}${roles}us$0`, ['users']],
    [`${roles}$0`, ['- role', 'product', 'service', 'services', 'defaults', 'users']],
  ])('another one is offered at the first column: %j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('it gets the indentation of the others', () => {
    expect(chosen(`${users}$0\n`, '- user')).toBe(
      `${users}    - identity: \${1:alice@example.com}\n      role: \${2:Name}$0\n`,
    );
    expect(chosen('users:\n- identity: a\n$0\n', '- user')).toBe(
      `users:\n- identity: a\n- identity: \${1:alice@example.com}\n  role: \${2:Name}$0\n`,
    );
  });
});
