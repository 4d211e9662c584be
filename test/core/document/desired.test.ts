import { describe, expect, it } from 'vitest';
import { desired, parseDocument } from '../../../core/src';

const role = '  - { friendlyName: Agent, type: service, permissions: [joinConversation] }\n';
const staging = 'IS11111111111111111111111111111111';

function of(text: string, service?: string) {
  const wanted = desired(parseDocument(text), service);
  return 'desired' in wanted ? wanted.desired : wanted.problems.map(({ message }) => message);
}

describe('desired', () => {
  it('is the file in plain values', () => {
    const text = `
product: conversations
services:
  staging: ${staging}
  production: { sid: default, account: AC22222222222222222222222222222222, region: ie1, edge: dublin }
x-moderation: &moderation [editAnyMessage, deleteAnyMessage]
roles:
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage, *moderation, [sendMessage, leaveConversation]]
  - friendlyName: Agent
    type: service
    renamedFrom: Clerk
    sid: { staging: RL11111111111111111111111111111111, production: RL22222222222222222222222222222222 }
    permissions:
      - joinConversation
defaults: { user: Agent, participant: Supervisor }
users:
  - identity: alice@example.com
    role: Agent
    friendlyName: Alice
    attributes: { team: billing, level: 3, vip: true, boss: ~, tags: [a, 1.5e3], name: "7" }
  - sid: US33333333333333333333333333333333
    role: RL11111111111111111111111111111111
    attributes: '{ "as": "it is" }'
`;
    expect(of(text, 'production')).toEqual({
      product: 'conversations',
      target: {
        name: 'production',
        sid: 'default',
        account: 'AC22222222222222222222222222222222',
        region: 'ie1',
        edge: 'dublin',
      },
      roles: [
        {
          friendlyName: 'Supervisor',
          type: 'conversation',
          permissions: ['deleteAnyMessage', 'editAnyMessage', 'leaveConversation', 'sendMessage'],
        },
        {
          friendlyName: 'Agent',
          type: 'service',
          sid: 'RL22222222222222222222222222222222',
          renamedFrom: 'Clerk',
          permissions: ['joinConversation'],
        },
      ],
      defaults: { user: 'Agent', participant: 'Supervisor' },
      users: [
        {
          identity: 'alice@example.com',
          role: 'Agent',
          friendlyName: 'Alice',
          attributes: '{"team":"billing","level":3,"vip":true,"boss":null,"tags":["a",1.5e3],"name":"7"}',
        },
        {
          sid: 'US33333333333333333333333333333333',
          role: 'RL11111111111111111111111111111111',
          attributes: '{ "as": "it is" }',
        },
      ],
    });
  });

  it('leaves the target open where the file names no service', () => {
    expect(of(`roles:\n${role}`)).not.toHaveProperty('target');
  });

  it('takes the one service there is, and asks where there are several', () => {
    expect(of(`service: default\nroles:\n${role}`)).toHaveProperty('target', { sid: 'default' });
    expect(of(`services: { staging: ${staging} }\nroles:\n${role}`)).toHaveProperty('target', {
      name: 'staging',
      sid: staging,
    });
    expect(of(`services: { staging: ${staging}, live: default }\nroles:\n${role}`)).toEqual([
      'The file names 2 services; say which one to deploy to: "staging", "live"',
    ]);
  });

  it('knows no service that the file does not name', () => {
    expect(of(`services: { staging: ${staging} }\nroles:\n${role}`, 'prod')).toEqual([
      'No service "prod" in the file; it has "staging"',
    ]);
    expect(of(`service: default\nroles:\n${role}`, 'prod')).toEqual([
      'The file has no "services:" to find "prod" in; leave the name out, or write them',
    ]);
  });

  it('refuses a file with errors and gives them', () => {
    expect(of(`roles:\n${role}  - friendlyName: "Gu\n`)).toEqual([
      'This text is never closed; write the closing "',
    ]);
  });

  it.each([
    ['{ far: .inf }', ['JSON has no number ".inf"; put it in quotes to have it as a text']],
    ['&a { me: *a }', ['An alias leads back to itself; remove it']],
    ['{ [a]: b }', ['A key of attributes must be a text']],
  ])('refuses attributes that JSON has no words for: %s', (attributes, messages) => {
    expect(of(`users:\n  - identity: a\n    attributes: ${attributes}\n`)).toEqual(messages);
  });

  it.each([
    ['0x1F', '31'],
    ['0o17', '15'],
    ['+12', '12'],
    ['007', '7'],
    ['12345678901234567890', '12345678901234567890'],
    ['.5', '0.5'],
    ['1.', '1'],
    ['-.50', '-0.50'],
    ['+1.e3', '1e3'],
    ['+0.1000000000000000055', '0.1000000000000000055'],
    ['010.5e-3', '10.5e-3'],
    ['.1e400', '0.1e400'],
    ['!!str 7', '"7"'],
    ['yes', '"yes"'],
    ['2026-11-21', '"2026-11-21"'],
    ['*seven', '7'],
  ])('writes %s as %s', (yaml, json) => {
    const text = `x-n: &seven 7\nusers:\n  - identity: a\n    attributes:\n      n: ${yaml}\n`;
    expect(of(text)).toHaveProperty('users', [{ identity: 'a', attributes: `{"n":${json}}` }]);
  });
});
