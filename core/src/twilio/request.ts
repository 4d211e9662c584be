import type { Product } from '../catalog';
import { header, parseRefusal } from './answer';
import type { Clock } from './clock';
import { errorOfAnswer, TwilioError } from './error';
import { errorCode } from './error-code';
import type { Exchange } from './exchange';
import type { Hosts } from './host';
import { failureOf, offline } from './offline';
import type { ConnectOptions, LogEntry } from './options';
import type { RateLimit } from './rate-limit';
import { type Repeatability, retry } from './retry';

/** One call of the API, before it is known how often it will be tried. */
export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly product: Product;
  /** Encoded, with its query. */
  readonly path: string;
  readonly form?: URLSearchParams;
  /** Whether Twilio calls the account's webhooks for it; Twilio's own default where it is absent. */
  readonly webhooks?: boolean;
  /** What is being done, for messages. */
  readonly subject: string;
  readonly repeatability: Repeatability;
  /** The service whose limit of writes it counts against. */
  readonly limitedBy?: string;
  /** Takes the body apart; throws `Unreadable` where it isn't what was asked for. */
  readonly decode: (body: unknown) => T;
}

export type Requester = <T>(call: Call<T>, signal?: AbortSignal) => Promise<T>;

/** Thrown by decoders: why a body isn't what was asked for, as a clause. */
export class Unreadable extends Error {}

export interface RequesterParts {
  readonly hosts: Hosts;
  readonly authorize: (url: URL) => string;
  readonly exchange: Exchange;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
}

export function createRequester(parts: RequesterParts, { log, userAgent }: ConnectOptions): Requester {
  const { hosts, authorize, exchange, rateLimit, clock } = parts;

  const attempt = async <T>(call: Call<T>, number: number, signal?: AbortSignal): Promise<T> => {
    const url = new URL(hosts.origin(call.product) + call.path);
    const headers = {
      authorization: authorize(url),
      accept: 'application/json',
      'user-agent': userAgent ?? 'twilio-roles',
      ...(call.form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(call.webhooks !== undefined && { 'x-twilio-webhook-enabled': String(call.webhooks) }),
    };
    const started = clock.now();
    const note = (rest: Partial<LogEntry>): void =>
      log?.({
        method: call.method,
        host: url.host,
        path: url.pathname,
        attempt: number,
        milliseconds: Math.round(clock.now() - started),
        ...rest,
      });
    const sent = { method: call.method, headers, ...(call.form && { body: call.form.toString() }) };
    const answer = await exchange.send(url, sent, signal).catch((error: unknown) => {
      // There is no way to begin with: nothing was sent.
      if (error instanceof TwilioError) throw error;
      const failure = failureOf(error);
      note({ failure });
      if (signal?.aborted) throw signal.reason;
      throw offline(call.subject, url.host, failure, error);
    });
    const { status, text } = answer;
    const refusal = parseRefusal(status, answer.headers, status < 300 ? '' : text);
    note({
      status,
      ...(refusal.code !== undefined && { code: refusal.code }),
      ...(refusal.requestId !== undefined && { requestId: refusal.requestId }),
    });
    // The first try may have deleted it, its answer lost.
    const gone = call.repeatability === 'delete' && number > 1 && status === 404;
    if (status >= 300 && !gone) throw errorOfAnswer(call.subject, refusal, errorCode(refusal.code));
    try {
      return call.decode(status === 204 || gone ? undefined : JSON.parse(text));
    } catch (error) {
      if (error instanceof TwilioError) throw error;
      throw unreadable(call, status, header(answer.headers, 'twilio-request-id'), error);
    }
  };

  return (call, signal) =>
    retry(
      call.repeatability,
      async (number) => {
        if (call.limitedBy !== undefined) await rateLimit(call.limitedBy, signal);
        return attempt(call, number, signal);
      },
      clock,
      signal,
    );
}

function unreadable<T>(
  call: Call<T>,
  status: number,
  requestId: string | undefined,
  cause: unknown,
): TwilioError {
  return new TwilioError({
    kind: 'unreadable',
    subject: call.subject,
    what: `Twilio's answer can't be read: ${cause instanceof Unreadable ? cause.message : "it isn't JSON"}`,
    remedy: 'Try again.',
    status,
    ...(requestId !== undefined && { requestId }),
    // Without the cause: a parser's message quotes the body.
    maybeDone: true,
  });
}
