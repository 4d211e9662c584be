import twilio from 'twilio';
import type { Sandbox } from '../../server/src/sandbox/sandbox';

/** Twilio's package, its requests sent to a sandbox instead. */
export function createOfficialClient(sandbox: Sandbox, token = sandbox.token): twilio.Twilio {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) => {
    const { pathname, search } = new URL(options.uri);
    return request({ ...options, uri: sandbox.url + pathname + search });
  };
  return twilio(sandbox.account.sid, token, { httpClient });
}
