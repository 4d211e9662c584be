import { isSid, type RoleSid, type UserSid } from '../sid';
import type { CallOptions, TwilioService, WriteOptions } from '../twilio/api';
import type { Change, RoleRef } from './model';
import { sameRole } from './refs';
import { printable } from './words';

/** What writing one change needs of the deploy that it is part of. */
export interface WriteContext {
  readonly service: TwilioService;
  /** For reads before a write. A write that has begun, and reading what became of it, is never cut off. */
  readonly reading: CallOptions;
  /** For writes of users. */
  readonly writing: WriteOptions;
  /** Roles that this deploy created. */
  readonly created: readonly RoleRef[];
  /** Does one write, between its two entries in the journal. */
  record<T extends { readonly sid: RoleSid | UserSid; readonly permissions?: readonly string[] } | true>(
    write: () => Promise<T>,
    user?: UserSid,
  ): Promise<T>;
  /** Before looking again at what a write did. */
  wait(milliseconds: number): Promise<void>;
  /** Users moved so far. */
  onProgress(done: number): void;
}

export type Of<V extends Change['verb']> = Extract<Change, { readonly verb: V }>;

/** What is live isn't what the plan saw. */
export function stale(what: string): Error {
  return new Error(`${what} since the plan was made. Plan again.`);
}

/** What came back after a write isn't what was meant. */
export function notAsMeant(what: string, difference: string): Error {
  return new Error(
    `Twilio answered with another ${what} than was sent: ${difference}. Plan again to see what is live.`,
  );
}

/** What was created has another name than was meant. Said with the remedy: planned again, it would be created again. */
export function calledOtherwise(what: string, name: string, sid: RoleSid | UserSid): Error {
  return new Error(
    `Twilio calls ${what} otherwise: "${printable(name)}" (${sid}). Write that in the file before you plan again: no plan finds it by the other name.`,
  );
}

/** The SID of a role that a change gives: its own, or that of the role that this deploy created. */
export function sidOf(role: RoleRef, { created }: WriteContext): RoleSid {
  const sid = role.sid ?? created.find((other) => sameRole(other, role))?.sid;
  if (!sid || !isSid(sid, 'RL')) {
    throw new Error(`"${printable(role.friendlyName)}" (${role.type}) hasn't been created yet. Plan again.`);
  }
  return sid;
}
