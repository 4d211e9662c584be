import type { Change, Verb } from './model';

/** What must stand before what needs it, and the users that are named one by one before the rest of their role. */
const order: readonly Verb[] = [
  'create-role',
  'update-role',
  'set-default',
  'create-user',
  'update-user',
  'move-users',
  'delete-user',
  'delete-role',
];

/** Changes in the order that they are written. */
export function ordered(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => order.indexOf(a.verb) - order.indexOf(b.verb));
}
