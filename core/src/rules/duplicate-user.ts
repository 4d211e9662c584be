import { repeatedEntries } from './parts/repeated-entries';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const duplicateUser = {
  id: 'duplicate-user',
  severity: 'error',
  scope: 'file',
  summary: 'Two entries of the file mean the same user.',
  why: 'With two entries for one user, whichever is written last wins, and the role that a review approved may not be the one the user has.',
  bad: `
users:
  - identity: alice@example.com
    friendlyName: Alice
  - identity: alice@example.com
    friendlyName: Alice Liddell
`,
  good: `
users:
  - identity: alice@example.com
    friendlyName: Alice Liddell
`,
  *check({ users, usersBySid }) {
    for (const identity of users.repeated()) {
      yield* repeatedEntries(
        users.get(identity),
        (entry) => entry.identity,
        (value) => `The file already has the user ${quoted(value)}; merge the two entries`,
      );
    }
    for (const sid of usersBySid.repeated()) {
      yield* repeatedEntries(
        usersBySid.get(sid),
        (entry) => entry.sid,
        (value) => `The file already has the user ${quoted(value)}; merge the two entries`,
      );
    }
  },
} as const satisfies Rule;
