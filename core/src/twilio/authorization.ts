import { TwilioError } from './error';
import type { Hosts } from './host';
import type { SignIn } from './sign-in';

/**
 * The one place that knows the secret. It gives the `Authorization` header for a URL on the connection's own
 * origins, and throws for every other.
 */
export function createAuthorization({ accountSid, credentials }: SignIn, hosts: Hosts): (url: URL) => string {
  const [user, secret] =
    'apiKey' in credentials
      ? [credentials.apiKey, credentials.apiSecret]
      : [accountSid, credentials.authToken];
  const header = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  return (url) => {
    if (hosts.has(url)) return header;
    throw new TwilioError({
      kind: 'untrusted-host',
      subject: `send credentials to ${url.host}`,
      what: "it isn't the Twilio host of this connection",
    });
  };
}
