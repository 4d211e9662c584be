import { describe, expect, it } from 'vitest';
import { toPageMessage } from '../../../client/src/matrix/protocol';
import { maxRoles, selectMatrix } from '../../../client/src/matrix/select';
import type { Matrix } from '../../../core/src';

const toggle = {
  type: 'toggle',
  role: 'Agent',
  roleType: 'service',
  permission: 'joinConversation',
  granted: true,
};

describe('a message of the page', () => {
  it('is taken where it is one of ours', () => {
    expect(toPageMessage(toggle)).toEqual(toggle);
    expect(toPageMessage({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
    expect(toPageMessage({ type: 'export', format: 'csv' })).toEqual({ type: 'export', format: 'csv' });
    expect(toPageMessage({ type: 'open', role: 'A', roleType: 'channel' })).toEqual({
      type: 'open',
      role: 'A',
      roleType: 'channel',
    });
  });

  it.each([
    undefined,
    null,
    'ready',
    [],
    { type: 'deploy' },
    { type: 'export', format: '../x' },
    { type: 'open', role: 1, roleType: 'service' },
    { ...toggle, roleType: 'constructor' },
    { ...toggle, granted: 'yes' },
    { ...toggle, permission: 'a\n  - deleteConversation' },
    { ...toggle, permission: 'a]' },
    { ...toggle, permission: '' },
    { ...toggle, permission: '*anchor' },
  ])('is dropped where it is not: %j', (message) => {
    expect(toPageMessage(message)).toBeUndefined();
  });
});

describe('the filter', () => {
  const matrix: Matrix = {
    product: 'conversations',
    compared: true,
    roles: [
      { friendlyName: 'Agent', type: 'service', state: 'both' },
      { friendlyName: 'Customer', type: 'conversation', state: 'both' },
    ],
    rows: [
      { permission: 'editOwnMessage', meaning: 'rewrite their messages', cells: ['no', 'added'] },
      { permission: 'joinConversation', meaning: 'enter', cells: ['yes', 'refused'] },
    ],
  };
  const all = { permission: '', role: '', onlyDifferences: false };
  const shown = (part: Partial<typeof all>) => {
    const { roles, rows } = selectMatrix(matrix, { ...all, ...part });
    return [
      ...roles.map(({ friendlyName }) => friendlyName),
      ...rows.map((row) => `${row.permission}: ${row.cells.join(' ')}`),
    ];
  };

  it('lets everything through at first', () => {
    expect(shown({})).toEqual([
      'Agent',
      'Customer',
      'editOwnMessage: no added',
      'joinConversation: yes refused',
    ]);
  });

  it('finds permissions by name and meaning, whatever the case', () => {
    expect(shown({ permission: 'REWRITE' })).toEqual(['Agent', 'Customer', 'editOwnMessage: no added']);
  });

  it('finds roles by name and type, and keeps their own cells', () => {
    expect(shown({ role: 'conv' })).toEqual([
      'Customer',
      'editOwnMessage: added',
      'joinConversation: refused',
    ]);
  });

  it('shows nothing but differences', () => {
    expect(shown({ onlyDifferences: true })).toEqual(['Customer', 'editOwnMessage: added']);
  });

  it('caps the columns and says how many there are', () => {
    const many: Matrix = {
      ...matrix,
      roles: Array.from({ length: maxRoles + 5 }, (_, i) => ({
        friendlyName: `R${i}`,
        type: 'service',
        state: 'file',
      })),
      rows: [{ permission: 'a', cells: Array.from({ length: maxRoles + 5 }, () => 'yes') }],
    };
    const { roles, rows, matching } = selectMatrix(many, all);
    expect([roles.length, rows[0]?.cells.length, matching]).toEqual([maxRoles, maxRoles, maxRoles + 5]);
  });
});
