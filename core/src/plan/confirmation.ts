import type { DefaultKey } from '../document/model';
import { shortSid } from '../sid';
import { guard } from './guard';
import type { Change, Plan } from './model';
import { usersTouched } from './summary';
import { english, joined, many, name, type Phrase, phrase, plain, roleLabel, type Say } from './words';

/** So many losses are spelled out; a question that is a page long isn't read. */
const named = 3;

/**
 * What a person is asked before anything is written:
 * `Deploy 3 changes to Support in account Acme (AC…9f2c)? Customer loses 2 permissions; 41 users feel it at once.`
 */
export function confirmation(plan: Plan, account?: string): string {
  return [question(plan, account), consequences(plan)].filter(Boolean).join(' ');
}

/** The question alone. */
export function question(
  { account: sid, service, changes }: Plan,
  account?: string,
  say: Say = english,
): string {
  const where = account === undefined ? shortSid(sid) : `${plain([name(account)])} (${shortSid(sid)})`;
  const what =
    service.friendlyName === undefined ? shortSid(service.sid) : plain([name(service.friendlyName)]);
  return many(
    say,
    changes.length,
    'Deploy 1 change to {1} in account {2}?',
    'Deploy {0} changes to {1} in account {2}?',
    what,
    where,
  );
}

/** What a person would want to have been told; empty where nobody loses or feels anything. */
export function consequences(plan: Plan, say: Say = english): string {
  const { destructive } = guard(plan);
  const losses = destructive.slice(0, named).map((change) => loss(change, say));
  const more = destructive.length - losses.length;
  const touched = usersTouched(plan.changes);
  // Whoever feels another change doesn't lose what is named before.
  const alike = touched === usersTouched(destructive);
  return [
    sentence([
      ...losses,
      ...(more > 0 ? [[many(say, more, '1 more takes something away', '{0} more take something away')]] : []),
      ...(touched && alike
        ? [[many(say, touched, '1 user feels it at once', '{0} users feel it at once')]]
        : []),
    ]),
    touched && !alike
      ? many(
          say,
          touched,
          'In all, 1 user feels a change at once.',
          'In all, {0} users feel a change at once.',
        )
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a destructive change takes away. */
function loss(change: Change, say: Say): Phrase {
  switch (change.verb) {
    case 'update-role': {
      const role = [name(change.role.friendlyName)];
      const { length } = change.removed;
      return length === 1
        ? phrase(say, '{0} loses 1 permission', role)
        : phrase(say, '{0} loses {1} permissions', role, [String(length)]);
    }
    case 'set-default':
      return defaultBecomes(say, change.key, [name(change.after.friendlyName)]);
    case 'delete-role':
      return phrase(say, 'role {0} is deleted', roleLabel(change.role));
    case 'delete-user':
      return phrase(say, 'user {0} is deleted', [name(change.user.identity)]);
    default:
      return [];
  }
}

function defaultBecomes(say: Say, key: DefaultKey, role: Phrase): Phrase {
  switch (key) {
    case 'user':
      return phrase(say, 'the default for users becomes {0}', role);
    case 'participant':
      return phrase(say, 'the default for participants becomes {0}', role);
    case 'creator':
      return phrase(say, 'the default for creators becomes {0}', role);
  }
}

/** Ends with a full stop. A name that begins it is as its owner writes it; a word gets its capital. */
function sentence(parts: readonly Phrase[]): string {
  const [first = '', ...rest] = joined(parts, '; ');
  if (first === '') return '';
  const begin = typeof first === 'string' ? `${first.charAt(0).toLocaleUpperCase()}${first.slice(1)}` : first;
  return `${plain([begin, ...rest])}.`;
}
