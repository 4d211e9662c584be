import { shortSid } from '../sid';
import { guard } from './guard';
import type { Change, Plan } from './model';
import { usersTouched } from './summary';
import { count, defaultFor, name, type Phrase, plain, roleLabel } from './words';

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
export function question({ account: sid, service, changes }: Plan, account?: string): string {
  const where = account === undefined ? shortSid(sid) : `${plain([name(account)])} (${shortSid(sid)})`;
  const what =
    service.friendlyName === undefined ? shortSid(service.sid) : plain([name(service.friendlyName)]);
  return `Deploy ${count(changes.length, 'change')} to ${what} in account ${where}?`;
}

/** What a person would want to have been told; empty where nobody loses or feels anything. */
export function consequences(plan: Plan): string {
  const { destructive } = guard(plan);
  const losses = destructive.slice(0, named).map((change) => plain(loss(change)));
  const more = destructive.length - losses.length;
  const touched = usersTouched(plan.changes);
  const parts = [
    ...losses,
    ...(more > 0 ? [`${more} more take something away`] : []),
    ...(touched ? [`${count(touched, 'user feels', 'users feel')} it at once`] : []),
  ];
  return parts.length > 0 ? `${capital(parts.join('; '))}.` : '';
}

/** What a destructive change takes away. */
function loss(change: Change): Phrase {
  switch (change.verb) {
    case 'update-role':
      return [name(change.role.friendlyName), ` loses ${count(change.removed.length, 'permission')}`];
    case 'set-default':
      return [`the default for ${defaultFor[change.key]} becomes `, name(change.after.friendlyName)];
    case 'delete-role':
      return ['role ', ...roleLabel(change.role), ' is deleted'];
    case 'delete-user':
      return ['user ', name(change.user.identity), ' is deleted'];
    default:
      return [];
  }
}

function capital(text: string): string {
  // A name that begins the sentence is as its owner writes it.
  return /^(the|role|user) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
