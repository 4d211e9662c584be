import type { RoleSid, UserSid } from '../sid';
import type { Failure, Outcome, Plan } from './model';

/**
 * What a deploy leaves behind, entry by entry, so that a crash in the middle leaves what happened until then.
 * `at` is an ISO time, `undoes` where the journal is that the plan takes back, `change` a change's id, `user` whom an
 * `update-user` or `move-users` writes. `wrote` has what came back, and `not-written` says that Twilio surely didn't do
 * what `writing` announced.
 */
export type JournalEntry =
  | { readonly kind: 'started'; readonly at: string; readonly plan: Plan; readonly undoes?: string }
  | { readonly kind: 'writing'; readonly at: string; readonly change: string; readonly user?: UserSid }
  | {
      readonly kind: 'wrote';
      readonly at: string;
      readonly change: string;
      readonly user?: UserSid;
      readonly sid?: RoleSid | UserSid;
      readonly permissions?: readonly string[];
    }
  | { readonly kind: 'not-written'; readonly at: string; readonly change: string; readonly user?: UserSid }
  | {
      readonly kind: 'outcome';
      readonly at: string;
      readonly change: string;
      readonly status: Outcome['status'];
      readonly error?: Failure;
    }
  | { readonly kind: 'finished'; readonly at: string };

/** Where entries are kept. A rejection stops the deploy before the write that it was about. */
export interface JournalSink {
  write(entry: JournalEntry): Promise<void>;
}
