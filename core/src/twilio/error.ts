import { printable } from '../printable';
import type { CodeEntry } from './error-code';

/**
 * What went wrong, in classes that a front end acts on.
 *
 * `unknown-outcome`: a write whose answer was lost, and which may have been done. A create is never tried again
 * then: read what is live before writing anew. Updates and deletions were tried again before they end so.
 */
export type TwilioErrorKind =
  | 'configuration'
  | 'untrusted-host'
  | 'offline'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'refused'
  | 'server'
  | 'unreadable'
  | 'unknown-outcome';

export interface TwilioErrorFields {
  readonly kind: TwilioErrorKind;
  /** What was being done, as in "create role "Customer"". */
  readonly subject: string;
  /** What happened, without a full stop. */
  readonly what: string;
  readonly remedy?: string;
  readonly status?: number;
  readonly code?: number;
  /** Twilio's own words. */
  readonly detail?: string;
  readonly requestId?: string;
  /** How long Twilio asks to wait, in milliseconds. */
  readonly retryAfter?: number;
  /** Whether Twilio may have done it all the same; false where it is absent. */
  readonly maybeDone?: boolean;
  readonly cause?: unknown;
}

/** Its message says what happened, to what, what to do, and the request's id. It never holds a secret. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError';
  readonly kind: TwilioErrorKind;
  readonly subject: string;
  readonly remedy: string | undefined;
  readonly status: number | undefined;
  readonly code: number | undefined;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly maybeDone: boolean;

  constructor(fields: TwilioErrorFields) {
    const { kind, subject, what, remedy, status, code, detail, requestId, retryAfter, maybeDone, cause } =
      fields;
    const parts = [`Couldn't ${subject}: ${what}.`, remedy, requestId && `Request ${requestId}`];
    // Names and Twilio's own words are others', and go to terminals and logs.
    super(printable(parts.filter(Boolean).join(' ')), { cause });
    this.kind = kind;
    this.subject = subject;
    this.remedy = remedy;
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.maybeDone = maybeDone ?? false;
  }
}

/** An answer that isn't a success, taken apart. */
export interface Refusal {
  readonly status: number;
  readonly code?: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly retryAfter?: number;
}

/** The error of an answer with a status of 300 or more. */
export function errorOfAnswer(subject: string, refusal: Refusal, entry: CodeEntry | undefined): TwilioError {
  const { status, code, detail } = refusal;
  const kind = kindOf(refusal);
  const named = code === undefined ? `status ${status}` : `${code}`;
  const said = entry?.meaning ?? (detail && trim(detail)) ?? phrases[kind]?.what ?? 'Twilio refused it';
  const remedy = entry?.remedy ?? phrases[kind]?.remedy;
  return new TwilioError({
    ...refusal,
    kind,
    subject,
    maybeDone: kind === 'server',
    what: `${said} (${named})`,
    ...(remedy !== undefined && { remedy }),
  });
}

/** Another's words in one short line of ours. */
const trim = (detail: string): string =>
  detail
    .replace(/\s+/g, ' ')
    .replace(/\.\s*$/, '')
    .slice(0, 200);

const conflicts: readonly (number | undefined)[] = [20162, 20409, 50002, 50213];

function kindOf({ status, code, detail }: Refusal): TwilioErrorKind {
  if (conflicts.includes(code)) return 'conflict';
  // Chat answers a missing service with 403.
  if (code === 50050 || /service instance not found/i.test(detail ?? '')) return 'not-found';
  if (status < 400) return 'untrusted-host';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server' : 'refused';
}

/** Twilio's own words for it come first; these are for answers without any. */
const phrases: Readonly<
  Partial<Record<TwilioErrorKind, { readonly what: string; readonly remedy?: string }>>
> = {
  'untrusted-host': {
    what: 'Twilio sent a redirect, which is never followed',
    remedy: 'Check that no proxy on the way answers in its place.',
  },
  unauthorized: {
    what: 'Twilio rejected the credentials',
    remedy: 'Sign in again, and check that the key belongs to this account and region.',
  },
  forbidden: {
    what: 'Twilio forbids it',
    remedy: 'Check what this API key may do, or sign in with another one.',
  },
  'not-found': { what: 'there is no such thing at Twilio', remedy: 'Refresh: it may have been deleted.' },
  conflict: { what: 'something else was changing it', remedy: 'Try again.' },
  'rate-limited': {
    what: 'Twilio takes no more requests for now',
    remedy: 'Wait a little, then try again.',
  },
  refused: { what: 'Twilio refused it' },
  server: {
    what: 'Twilio failed on its side',
    remedy: 'Try again; status.twilio.com says whether it is a known trouble.',
  },
};
