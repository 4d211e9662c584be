import type { Live, LiveUser, Report } from './model';
import { grouped } from './role-index';
import type { Wanted, WantedUser } from './wanted';
import { printable } from './words';

/** A user that is asked for, with the live one that it means. Without `live`, it isn't there yet. */
export interface UserMatch {
  readonly wanted: WantedUser;
  readonly live?: LiveUser;
}

export interface UserMatches {
  readonly matches: readonly UserMatch[];
  readonly reports: readonly Report[];
}

/** Which live user each one that is asked for means. Two that mean one would undo each other, at every deploy. */
export function matchUsers({ users }: Wanted, live: Live): UserMatches {
  const byIdentity = new Map(live.users.map((user) => [user.identity, user]));
  const bySid = new Map<string, LiveUser>(live.users.map((user) => [user.sid, user]));
  const matches: UserMatch[] = [];
  const reports: Report[] = [];
  const all = users.map((wanted): UserMatch => {
    const now = wanted.sid ? bySid.get(wanted.sid) : byIdentity.get(wanted.identity ?? '');
    return { wanted, ...(now && { live: now }) };
  });
  const byUser = grouped(all, ({ wanted, live: now }) => now?.sid ?? wanted.sid ?? wanted.identity ?? '');
  for (const entries of byUser.values()) {
    const [match] = entries;
    if (!match) continue;
    if (entries.length > 1) reports.push(repeated(match, entries.length));
    else if (match.wanted.sid && !match.live) reports.push(missing(match.wanted));
    else matches.push(match);
  }
  return { matches, reports };
}

function repeated({ wanted, live }: UserMatch, entries: number): Report {
  const { identity = wanted.sid ?? '', sid } = live ?? wanted;
  const name = `"${printable(identity)}"${sid ? ` (${sid})` : ''}`;
  return {
    kind: 'duplicate-user',
    severity: 'error',
    message: `User ${name} has ${entries} entries; merge them into one.`,
  };
}

function missing(user: WantedUser): Report {
  const staged = user.origin === 'staged';
  return {
    kind: 'missing-user',
    severity: staged ? 'information' : 'error',
    message: staged
      ? `User "${printable(user.identity ?? '')}" (${user.sid}) is no longer there; what was staged for it does nothing.`
      : `There is no user ${user.sid} in this service; correct "sid", or give "identity" to create the user.`,
  };
}
