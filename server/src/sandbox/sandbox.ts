import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Call, decide, type Verdict, type World } from './answer';
import { ApiError } from './api-error';
import { defaultSeed } from './default-seed';
import { createFaults, type FaultKind, type FaultRates, type PlannedFault } from './fault';
import { hexOf } from './random';
import { createRateLimit } from './rate-limit';
import { plantSeed, type Seed } from './seed';
import type { AccountRecord, SandboxState } from './state';
import { createStateFile, readState } from './state-file';
import { createStore } from './store';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly seed?: Seed;
  /** So many users more in the first service. */
  readonly users?: number;
  /** Where the sandbox is kept across runs. What is in it goes before `seed` and `users`. */
  readonly statePath?: string;
  /** The same number gives the same SIDs, dates, secrets and faults. */
  readonly randomSeed?: number;
  /** Role and user writes a second for each service; without it there is no limit. */
  readonly rateLimit?: number;
  readonly faults?: FaultRates;
  /** How long a call waits that the fault `latency` befalls, in milliseconds. */
  readonly latency?: number;
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

/** A local Twilio that runs. */
export interface Sandbox extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
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
  close(): Promise<void>;
}

const longestBody = 1024 * 1024;

/** Starts a sandbox on the loopback interface. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = defaultSeed, randomSeed = 1, users = 0, statePath } = options;
  const plant = (from: Seed | SandboxState) =>
    'version' in from ? from : plantSeed(from, randomSeed, users);
  const kept = statePath === undefined ? undefined : await readState(statePath);
  let store = createStore(kept ?? plant(seed), randomSeed);
  const file = statePath === undefined ? undefined : createStateFile(statePath, () => store.toState());
  const faults = createFaults(options.faults ?? {}, randomSeed);
  const countWrite =
    options.rateLimit === undefined ? () => {} : createRateLimit(options.rateLimit, options.now ?? Date.now);
  const world: World = {
    get store() {
      return store;
    },
    faults,
    countWrite,
    changed: () => file?.changed(),
  };

  let calls = 0;
  let running = 0;
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    const body = await readBody(message);
    const call: Call = {
      method: message.method ?? '',
      url: urlOf(message),
      headers: message.headers,
      form: new URLSearchParams(body ?? ''),
    };
    const verdict = body === undefined ? tooLarge() : decide(world, call);
    calls += 1;
    options.onCall?.(record(call, verdict));
    if (verdict.fault === 'reset' || verdict.fault === 'lost-answer') {
      message.socket.destroy();
      return;
    }
    if (verdict.fault === 'latency') {
      await new Promise((resolve) => setTimeout(resolve, options.latency ?? 750));
    }
    send(response, verdict, {
      'twilio-request-id': `RQ${hexOf(randomSeed, `request${calls}`)}`,
      'twilio-concurrent-requests': String(running),
    });
  };

  const server = createServer((message, response) => {
    serve(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  file?.changed();
  const close = async (): Promise<void> => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await file?.flush();
  };
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    get account() {
      return store.account;
    },
    get token() {
      return store.account.token;
    },
    state: () => store.toState(),
    reset: (from = seed) => {
      store = createStore(plant(from), randomSeed);
      file?.changed();
    },
    fail: faults.plan,
    setFaults: faults.setRates,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Answers name the host that was asked, where it is this machine: behind a forwarded port, too, pages link right. */
function urlOf(message: IncomingMessage): URL {
  const host = message.headers.host ?? '';
  const known = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return new URL(message.url ?? '/', `http://${known ? host : `127.0.0.1:${message.socket.localPort}`}`);
}

/** `undefined` where it is longer than Twilio would take. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
  }
  return length > longestBody ? undefined : Buffer.concat(chunks).toString();
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

function send(response: ServerResponse, verdict: Verdict, headers: Readonly<Record<string, string>>): void {
  const { answer, error, fault } = verdict;
  response.writeHead(answer.status, {
    ...headers,
    ...error?.headers,
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json;charset=utf-8' }),
  });
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.end(fault === 'cut-json' ? text.slice(0, text.length / 2) : text);
}
