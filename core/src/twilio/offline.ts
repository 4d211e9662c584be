import { TwilioError, type TwilioErrorFields } from './error';

/** Nothing was sent yet when these came up: codes of Node and of undici. */
const beforeSending = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
  'UND_ERR_PRX_CONN',
];

/** Why no answer came, in a word: an error code, or what a proxy said. */
export function failureOf(error: unknown): string {
  if (error instanceof AggregateError) return failureOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown';
  // Undici has no code for a proxy that refuses the tunnel.
  const refused = /^Proxy response \((\d+)\)/.exec(error.message)?.[1];
  if (refused !== undefined) return `proxy status ${refused}`;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** The error of a call that no answer came to. */
export function offline(subject: string, host: string, failure: string, cause: unknown): TwilioError {
  return new TwilioError({ subject, cause, ...explain(host, failure) });
}

function explain(host: string, failure: string): Omit<TwilioErrorFields, 'subject'> {
  if (failure.startsWith('proxy')) {
    return {
      kind: 'offline',
      what: `the proxy gives no way to ${host} (${failure})`,
      remedy: "Check the proxy's address, user and password.",
    };
  }
  if (failure === 'UND_ERR_CLOSED' || failure === 'UND_ERR_DESTROYED') {
    return { kind: 'configuration', what: 'this account has been signed out of', remedy: 'Sign in again.' };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(failure)) {
    // Trying again is no use, as it is where a network is down.
    return {
      kind: 'untrusted-host',
      what: `the certificate of ${host}, or of the proxy, isn't trusted (${failure})`,
      remedy:
        "If your network opens TLS on the way, add the certificate of its authority to the system's, or name its file in NODE_EXTRA_CA_CERTS.",
    };
  }
  if (failure === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return {
      kind: 'unreadable',
      what: `the answer from ${host} is longer than any of Twilio's`,
      remedy: 'Check that no proxy on the way answers in its place.',
      maybeDone: true,
    };
  }
  return {
    kind: 'offline',
    what: `no answer from ${host} (${failure})`,
    remedy: 'Check the network and the proxy settings.',
    maybeDone: !beforeSending.includes(failure),
  };
}
