import { TwilioError } from './error';

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
  const { what, remedy, maybeSent } = explain(host, failure);
  return new TwilioError({ kind: 'offline', subject, what, remedy, maybeDone: maybeSent, cause });
}

function explain(host: string, failure: string) {
  if (failure.startsWith('proxy')) {
    return {
      what: `the proxy gives no way to ${host} (${failure})`,
      remedy: "Check the proxy's address, user and password.",
      maybeSent: false,
    };
  }
  if (/CERT|SELF_SIGNED|ERR_TLS/.test(failure)) {
    return {
      what: `the certificate of ${host}, or of the proxy, isn't trusted (${failure})`,
      remedy: "If a proxy opens TLS on the way, add its certificate to the system's.",
      maybeSent: false,
    };
  }
  return {
    what: `no answer from ${host} (${failure})`,
    remedy: 'Check the network and the proxy settings.',
    maybeSent: !beforeSending.includes(failure),
  };
}
