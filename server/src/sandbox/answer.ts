import type { IncomingMessage } from 'node:http';
import { ApiError, invalidParameter } from './api-error';
import type { FaultKind, Faults } from './fault';
import type { ApiAnswer, ApiRequest } from './request';
import { handlerOf, routeOf } from './routes';
import type { Store } from './store';

/** A call as it came, its body read. */
export interface Call {
  readonly method: string;
  /** With the origin that the client used. */
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

/** What the rim does with a call: answer it, or break it. */
export interface Verdict {
  readonly answer: ApiAnswer;
  readonly error?: ApiError;
  readonly fault?: FaultKind;
}

export interface World {
  readonly store: Store;
  readonly faults: Faults;
  /** Throws where a write to this service would be one too many. */
  readonly countWrite: (serviceSid: string) => void;
  readonly changed: () => void;
}

/** Decides a call and does what it asks. Nothing here waits: calls are done one after the other. */
export function decide(world: World, call: Call): Verdict {
  let fault: FaultKind | undefined;
  try {
    authenticate(world.store, call.headers.authorization);
    const { pathname, searchParams } = call.url;
    const laterPage = searchParams.has('PageToken');
    fault = world.faults.next({ method: call.method, path: pathname, laterPage });
    if (fault === '429') throw new ApiError(429, 20429, 'Too Many Requests', { 'retry-after': '1' });
    if (fault === '500') throw new ApiError(500, 20500, 'Internal Server Error');
    if (fault === '503') throw new ApiError(503, 20503, 'Service unavailable');
    const answer = fault === 'reset' ? { status: 0 } : perform(world, call, fault);
    return { answer, ...(fault && { fault }) };
  } catch (error) {
    const known = error instanceof ApiError ? error : new ApiError(500, 20500, String(error));
    return { answer: { status: known.status, body: known.body() }, error: known, ...(fault && { fault }) };
  }
}

function perform(
  world: World,
  { method, url, headers, form }: Call,
  fault: FaultKind | undefined,
): ApiAnswer {
  const { store } = world;
  const route = routeOf(url.pathname);
  const handler = handlerOf(route, method);
  const webhooks = headers['x-twilio-webhook-enabled'];
  if (webhooks !== undefined && webhooks !== 'true' && webhooks !== 'false') {
    throw invalidParameter('X-Twilio-Webhook-Enabled');
  }
  const serviceSid = route.serviceSid ?? store.defaultServiceSid;
  const request: ApiRequest = {
    store,
    product: route.product,
    short: route.short,
    origin: url.origin,
    path: url.pathname,
    query: url.searchParams,
    form,
    serviceSid,
    key: route.key,
  };
  if (method === 'GET') {
    const read = () => handler(request);
    if (fault === 'stale-read') return store.beforeLastWrite(read);
    return fault === 'repeated-page' ? pageBefore(read(), (query) => handler({ ...request, query })) : read();
  }
  if (route.limited) world.countWrite(serviceSid);
  const answer = handler(request);
  world.changed();
  return answer;
}

function pageBefore(answer: ApiAnswer, read: (query: URLSearchParams) => ApiAnswer): ApiAnswer {
  const { meta } = answer.body as { readonly meta: { readonly previous_page_url: string | null } };
  return meta.previous_page_url === null ? answer : read(new URL(meta.previous_page_url).searchParams);
}

function authenticate({ account }: Store, authorization = ''): void {
  const [scheme, encoded = ''] = authorization.split(' ');
  const given = Buffer.from(encoded, 'base64').toString();
  const accepted = [`${account.sid}:${account.token}`, `${account.apiKey}:${account.apiSecret}`];
  if (scheme?.toLowerCase() === 'basic' && accepted.includes(given)) return;
  throw new ApiError(401, 20003, 'Authenticate', { 'www-authenticate': 'Basic realm="Twilio API"' });
}
