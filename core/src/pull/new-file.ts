import type { Live } from '../plan/model';
import { printable } from '../plan/words';
import { defaultText, roleLines, userLines } from './entries';

const keys = ['user', 'participant', 'creator'] as const;

/** A whole roles.yaml of what is live. */
export function newFile(live: Live, users: Live['users']): string {
  // A role without permissions can't be said in a file, and can't be made by Twilio's API either.
  const roles = live.roles.filter(({ permissions }) => permissions.length > 0);
  const left = live.roles.filter(({ permissions }) => permissions.length === 0);
  const defaults = keys.flatMap((key) => {
    const role = defaultText(key, live);
    return role ? [`  ${key}: ${role}`] : [];
  });
  const name = live.service.friendlyName;
  return `${[
    [
      '# twilio-roles',
      ...(name ? [`# Pulled from ${printable(name)}.`] : []),
      `product: ${live.product}`,
      `service: ${live.service.sid}`,
    ],
    ...(roles.length > 0 ? [['roles:', ...roles.flatMap((role) => entry(roleLines(role, live), '  '))]] : []),
    ...(left.length > 0
      ? [
          left.map(
            (role) => `# ${printable(role.friendlyName)} (${role.type}) has no permissions, and is left out.`,
          ),
        ]
      : []),
    ...(defaults.length > 0 ? [['defaults:', ...defaults]] : []),
    ...(users.length > 0
      ? [
          [
            'users:',
            ...users.flatMap((user) =>
              entry(
                userLines(user, live, (role) => roles.includes(role)),
                '  ',
              ),
            ),
          ],
        ]
      : []),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The lines of an entry, the first one with its dash. */
export function entry(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}`);
}
