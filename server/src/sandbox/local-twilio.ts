import { type Call, decide, type Verdict, type World } from './answer';
import { ApiError } from './api-error';
import { defaultSeed } from './default-seed';
import { createFaults, type FaultKind, type FaultRates, type PlannedFault } from './fault';
import { hexOf } from './random';
import { createRateLimit } from './rate-limit';
import { plantSeed, type Seed } from './seed';
import type { AccountRecord, SandboxState } from './state';
import { createStore } from './store';

export interface LocalTwilioOptions {
  readonly seed?: Seed;
  /** So many users more in the first service. */
  readonly users?: number;
  /** The same number gives the same SIDs, dates, secrets and faults. */
  readonly randomSeed?: number;
  /** Role and user writes a second for each service; without it there is no limit. */
  readonly rateLimit?: number;
  readonly faults?: FaultRates;
  /** The clock of the rate limit, in milliseconds. */
  readonly now?: () => number;
  /** Told of every call when it has been decided, in order. */
  readonly onCall?: (call: CallRecord) => void;
}

/** A call as a test wants to see it. */
export interface CallRecord {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** What X-Twilio-Webhook-Enabled said. */
  readonly webhooks?: string;
  /** What was answered, or would have been where the answer was lost; 0 where nothing was done. */
  readonly status: number;
  readonly code?: number;
  readonly fault?: FaultKind;
}

/** What a test may see of a local Twilio and do to it. */
export interface Controls {
  readonly account: AccountRecord;
  /** Beside `account`, for those who sign in with the auth token. */
  readonly token: string;
  /** All that there is, as plain data. */
  state(): SandboxState;
  /** Begins anew from a seed, or from a state that was read before; account and secrets stay as that one says. */
  reset(from?: Seed | SandboxState): void;
  /** Makes the next call that matches go wrong. */
  fail(fault: PlannedFault): void;
  setFaults(rates: FaultRates): void;
}

/** An answer as it goes onto the wire; with `reset` and `lost-answer` it doesn't. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly fault?: FaultKind;
}

/** A Twilio without a network. */
export interface LocalTwilio extends Controls {
  /** Does what a call asks. Nothing waits: calls are done one after the other. A form that is absent was too long. */
  answer(call: Omit<Call, 'form'> & { readonly form: Call['form'] | undefined }): Reply;
}

/** What is in `kept` goes before `seed` and `users`; `changed` is called after every write. */
export function createLocalTwilio(
  options: LocalTwilioOptions,
  kept?: SandboxState,
  changed: () => void = () => {},
): LocalTwilio {
  const { seed = defaultSeed, randomSeed = 1, users = 0, rateLimit, now = Date.now } = options;
  const plant = (from: Seed | SandboxState) =>
    'version' in from ? from : plantSeed(from, randomSeed, users);
  let store = createStore(kept ?? plant(seed), randomSeed);
  const faults = createFaults(options.faults ?? {}, randomSeed);
  const world: World = {
    get store() {
      return store;
    },
    faults,
    countWrite: rateLimit === undefined ? () => {} : createRateLimit(rateLimit, now),
    changed,
  };
  let calls = 0;
  return {
    get account() {
      return store.account;
    },
    get token() {
      return store.account.token;
    },
    state: () => store.toState(),
    reset: (from = seed) => {
      store = createStore(plant(from), randomSeed);
      changed();
    },
    fail: faults.plan,
    setFaults: faults.setRates,
    answer: ({ form, ...rest }) => {
      const call = { ...rest, form: form ?? new URLSearchParams() };
      const verdict = form ? decide(world, call) : tooLarge();
      calls += 1;
      options.onCall?.(record(call, verdict));
      return reply(verdict, { 'twilio-request-id': `RQ${hexOf(randomSeed, `request${calls}`)}` });
    },
  };
}

function tooLarge(): Verdict {
  const error = new ApiError(413, 20413, 'Request Entity Too Large');
  return { answer: { status: error.status, body: error.body() }, error };
}

function record({ method, url, headers, form }: Call, { answer, error, fault }: Verdict): CallRecord {
  const webhooks = headers['x-twilio-webhook-enabled'];
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    form,
    ...(webhooks !== undefined && { webhooks: String(webhooks) }),
    status: answer.status,
    ...(error && { code: error.code }),
    ...(fault && { fault }),
  };
}

function reply({ answer, error, fault }: Verdict, headers: Reply['headers']): Reply {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  return {
    status: answer.status,
    headers: {
      ...headers,
      ...error?.headers,
      ...(answer.body !== undefined && { 'content-type': 'application/json;charset=utf-8' }),
    },
    text: fault === 'cut-json' ? text.slice(0, text.length / 2) : text,
    ...(fault && { fault }),
  };
}
