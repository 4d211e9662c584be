/** Generates roles.yaml files of any size; the same arguments give the same text. */
const permissions = [
  'addParticipant',
  'deleteOwnMessage',
  'editConversationAttributes',
  'editConversationName',
  'editOwnMessage',
  'editOwnMessageAttributes',
  'leaveConversation',
  'removeParticipant',
  'sendMediaMessage',
  'sendMessage',
];

export interface BigFileOptions {
  readonly roles: number;
  /** Share of roles with one misspelt permission, 0 to 1. */
  readonly errors?: number;
  /** Share of users to roles, 0 to 1. */
  readonly users?: number;
}

/** A file of `roles` roles, about 280 bytes each, with a head before and users after them. */
export function bigFile({ roles, errors = 0, users = 0.1 }: BigFileOptions): string {
  const lines = [
    'product: conversations',
    'service: default',
    'x-writer: &writer',
    '  - sendMessage',
    '  - editOwnMessage',
    '',
    'roles:',
  ];
  const everyNth = errors > 0 ? Math.max(1, Math.round(1 / errors)) : Number.POSITIVE_INFINITY;
  for (let n = 1; n <= roles; n++) {
    const type = n % 3 === 0 ? 'service' : 'conversation';
    lines.push(`  - friendlyName: Role ${n}`, `    type: ${type}`, '    permissions:');
    if (type === 'service') {
      lines.push('      - joinConversation', '      - createConversation', '      - editOwnUserInfo');
      for (const permission of [
        'addParticipant',
        'editConversationName',
        'editOwnMessage',
        'removeParticipant',
      ]) {
        lines.push(`      - ${permission}`);
      }
    } else {
      for (const [index, permission] of permissions.entries()) {
        if ((n + index) % 5 !== 0) lines.push(`      - ${permission}`);
      }
    }
    // Once, so that the anchor isn't a leftover.
    if (n === 1) lines.push('      - *writer');
    if (n % everyNth === 0) lines.push('      - sendMesage');
    if (n % 10 === 0) lines.push('', `  # The next ten begin with Role ${n + 1}.`);
  }
  const count = Math.floor(roles * users);
  if (count > 0) lines.push('', 'users:');
  for (let n = 1; n <= count; n++) {
    lines.push(
      `  - identity: user-${n}@example.com`,
      `    role: Role ${(((n - 1) % Math.max(1, Math.floor(roles / 3))) + 1) * 3}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
