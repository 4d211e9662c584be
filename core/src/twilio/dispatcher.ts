import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { trust } from './certificates';
import { TwilioError } from './error';
import { parseUrl } from './host';
import { bypassesProxy } from './no-proxy';
import type { ConnectOptions } from './options';

/** The way to an origin: direct, or through the proxy. */
export interface Dispatchers {
  for(url: URL): Promise<Dispatcher>;
  /** Ends all connections, whatever is on them. */
  destroy(): Promise<void>;
}

/** A page of 50 users, each with 16 KB of attributes, is under 2 MB even where every character is escaped. */
const longestAnswer = 8 * 1024 * 1024;

/** `lookup` resolves host names, for tests. */
export function createDispatchers(
  { proxy = {}, certificates = [], sandbox, timeout = 30_000 }: ConnectOptions,
  lookup?: LookupFunction,
): Dispatchers {
  const { noProxy = [], strictSSL = true } = proxy;
  const shared = {
    headersTimeout: timeout,
    bodyTimeout: timeout,
    // Under Twilio's limit of requests at once for an account.
    connections: 8,
    maxResponseSize: longestAnswer,
    allowH2: false,
  };
  const open = async (): Promise<Ways> => {
    const proxyUrl = sandbox === undefined ? checkProxy(proxy.url) : undefined;
    // Loaded at the first call: an editor that nobody has signed in to doesn't pay for it.
    const { Agent, Pool, ProxyAgent } = await import('undici');
    const secure = { ...(sandbox === undefined && trust(certificates)), timeout };
    // Said, since NODE_TLS_REJECT_UNAUTHORIZED would count otherwise.
    const verified = { ...secure, rejectUnauthorized: true };
    const direct = new Agent({ ...shared, connect: { ...verified, ...(lookup && { lookup }) } });
    if (!proxyUrl) return { direct };
    const tls = { ...secure, rejectUnauthorized: strictSSL };
    const proxied = new ProxyAgent({
      ...shared,
      uri: proxyUrl,
      requestTls: tls,
      proxyTls: tls,
      // The way to the proxy itself takes no time-out from above: one that never answers would be waited for five minutes.
      clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: timeout }),
    });
    return { direct, proxied };
  };
  let ways: Promise<Ways> | undefined;
  return {
    for: async (url) => {
      ways ??= open();
      const { direct, proxied } = await ways;
      return proxied && !bypassesProxy(url, noProxy) ? proxied : direct;
    },
    destroy: async () => {
      // What couldn't be opened needs no closing, and whoever asked has heard of it.
      const opened = await ways?.catch(() => undefined);
      await Promise.all([opened?.direct.destroy(), opened?.proxied?.destroy()]);
    },
  };
}

/** An empty text is no proxy: that is what an unset setting gives. */
function checkProxy(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = parseUrl(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return text;
  // The text isn't repeated: it may hold a password.
  throw new TwilioError({
    kind: 'configuration',
    subject: 'connect to Twilio',
    what: "the proxy's address can't be understood",
    remedy: 'Write it with its scheme and port, as in http://proxy.example:8080.',
  });
}

interface Ways {
  readonly direct: Dispatcher;
  readonly proxied?: Dispatcher;
}
