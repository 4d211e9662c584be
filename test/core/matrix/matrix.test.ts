import { describe, expect, it } from 'vitest';
import { buildMatrix, type LiveRole, matrixCsv, matrixMarkdown, parseDocument } from '../../../core/src';

const file = parseDocument(`roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, editOwnMessage]
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
`);

const live = [
  role('RL1', 'Customer', 'conversation', ['sendMessage', 'leaveConversation']),
  role('RL2', 'channel user', 'conversation', ['sendMessage']),
];

function role(
  sid: string,
  friendlyName: string,
  type: LiveRole['type'],
  permissions: readonly string[],
): LiveRole {
  return { sid: sid as LiveRole['sid'], friendlyName, type, permissions };
}

/** The cells of one permission, role by role. */
function cells(matrix: ReturnType<typeof buildMatrix>, permission: string) {
  return matrix.rows.find((row) => row.permission === permission)?.cells;
}

describe('the matrix', () => {
  it('says what the file gives, where nothing is compared', () => {
    const matrix = buildMatrix('conversations', file.roles);
    expect(matrix.roles.map(({ friendlyName }) => friendlyName)).toEqual(['Customer', 'Agent']);
    expect(cells(matrix, 'sendMessage')).toEqual(['yes', 'refused']);
    expect(cells(matrix, 'joinConversation')).toEqual(['refused', 'yes']);
    expect(cells(matrix, 'leaveConversation')).toEqual(['no', 'refused']);
  });

  it('holds the file against what is live, and shows live roles that the file lacks', () => {
    const matrix = buildMatrix('conversations', file.roles, live);
    expect(matrix.roles.map(({ friendlyName, state }) => `${friendlyName} ${state}`)).toEqual([
      'Customer both',
      'Agent file',
      'channel user live',
    ]);
    expect(cells(matrix, 'sendMessage')).toEqual(['yes', 'refused', 'yes']);
    expect(cells(matrix, 'editOwnMessage')).toEqual(['added', 'no', 'no']);
    expect(cells(matrix, 'leaveConversation')).toEqual(['removed', 'refused', 'no']);
    expect(cells(matrix, 'joinConversation')).toEqual(['refused', 'added', 'refused']);
  });

  it('has a row for a permission that no catalog has', () => {
    const odd = parseDocument(
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: [flyToTheMoon]\n',
    );
    const row = buildMatrix('conversations', odd.roles).rows.at(-1);
    expect(row).toEqual({ permission: 'flyToTheMoon', cells: ['yes'] });
  });

  it('leaves out a role without a name or with an unknown type', () => {
    const broken = parseDocument('roles:\n  - type: service\n  - friendlyName: A\n    type: channel\n');
    expect(buildMatrix('conversations', broken.roles).roles).toEqual([]);
  });
});

describe('the matrix as text', () => {
  const named = [
    role('RL3', '=HYPERLINK("x")', 'service', ['joinConversation']),
    role('RL4', 'a|b<img src=x>', 'service', []),
  ];

  it('is a Markdown table in which a name stays a name', () => {
    const [head, , ...rows] = matrixMarkdown(buildMatrix('conversations', [], named)).split('\n');
    expect(head).toBe(
      '| Permission | =HYPERLINK&#40;"x"&#41;<br>service | a&#124;b&#60;img src=x&#62;<br>service |',
    );
    expect(rows.find((row) => row.includes('joinConversation'))).toBe('| joinConversation | ✓ |  |');
  });

  it('is CSV in which a spreadsheet finds no formula', () => {
    const [head, ...rows] = matrixCsv(buildMatrix('conversations', [], named)).split('\r\n');
    expect(head).toBe(`permission,meaning,"'=HYPERLINK(""x"") (service)",a|b<img src=x> (service)`);
    expect(rows.find((row) => row.startsWith('joinConversation,'))).toMatch(/,yes,no$/);
  });
});
