import type { Product } from '../catalog';
import { TwilioError } from './error';
import type { ConnectOptions } from './options';

/** Where requests of one connection go: one origin a product, and no other. */
export interface Hosts {
  origin(product: Product): string;
  /** Whether `url` is on one of the origins. */
  has(url: URL): boolean;
  /** Path and query of a page link; throws where it leads to a place that isn't Twilio's API for this product. */
  pathOfLink(link: string, product: Product, subject: string): string;
}

/** Throws a `TwilioError` of kind `configuration` where the options name no place that credentials may be sent to. */
export function createHosts({ region, edge, sandbox }: ConnectOptions): Hosts {
  const origins = sandbox === undefined ? twilioOrigins(region, edge) : sandboxOrigins(sandbox);
  return {
    origin: (product) => origins[product],
    has: (url) => isPlain(url) && Object.values(origins).includes(url.origin),
    pathOfLink: (link, product, subject) => {
      const url = parseUrl(link);
      const known = url && isPlain(url) && (sandbox === undefined ? isTwilio(url, product) : isLoopback(url));
      if (!known) {
        throw new TwilioError({
          kind: 'untrusted-host',
          subject,
          what: "the answer's link to the next page doesn't lead to Twilio",
          remedy: 'No credentials were sent there. Check that no proxy on the way changes answers.',
        });
      }
      // The path alone is followed, on the origin that was asked: credentials belong to its region.
      return url.pathname + url.search;
    },
  };
}

/** `URL.parse`, which the oldest Node that the command line runs on hasn't. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

type Origins = Readonly<Record<Product, string>>;

const label = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

function twilioOrigins(region: string | undefined, edge: string | undefined): Origins {
  if ((region === undefined) !== (edge === undefined)) {
    throw misconfigured(
      `${region === undefined ? 'an edge' : 'a region'} was given alone`,
      'Give both region and edge, for instance ie1 and dublin, or neither.',
    );
  }
  for (const part of [region, edge]) {
    if (part !== undefined && !label.test(part)) {
      throw misconfigured(
        `"${part}" is no region or edge`,
        'Write it as Twilio does, for instance ie1 and dublin.',
      );
    }
  }
  const place = region === undefined ? '' : `.${edge}.${region}`;
  return {
    conversations: `https://conversations${place}.twilio.com`,
    chat: `https://chat${place}.twilio.com`,
  };
}

function sandboxOrigins(sandbox: string): Origins {
  const url = parseUrl(sandbox);
  if (!url || !isPlain(url) || !isLoopback(url) || url.pathname !== '/' || url.search !== '') {
    throw misconfigured(
      'a sandbox runs on this machine alone',
      'Give its origin, as in http://127.0.0.1:8080.',
    );
  }
  return { conversations: url.origin, chat: url.origin };
}

/** {product}[.{edge}.{region}].twilio.com, by https, on its usual port. */
function isTwilio(url: URL, product: Product): boolean {
  const labels = url.hostname.split('.');
  const place = labels.slice(1, -2);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    labels[0] === product &&
    labels.slice(-2).join('.') === 'twilio.com' &&
    (place.length === 0 || place.length === 2) &&
    place.every((part) => label.test(part))
  );
}

const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

/** Without a user, a password or a fragment. */
const isPlain = (url: URL): boolean => url.username === '' && url.password === '' && url.hash === '';

function misconfigured(what: string, remedy: string): TwilioError {
  return new TwilioError({ kind: 'configuration', subject: 'connect to Twilio', what, remedy });
}
