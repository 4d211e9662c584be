import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthorization } from '../../core/src/twilio/authorization';
import { createHosts } from '../../core/src/twilio/host';
import type { LogEntry } from '../../core/src/twilio/options';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { signIn } from '../support/mock-twilio';
import { collect, connectTo } from '../support/twilio';

describe('the Authorization header', () => {
  const authorize = createAuthorization(signIn, createHosts(signIn));

  it('holds the API key and its secret', () => {
    expect(authorize(new URL('https://chat.twilio.com/v2/Services'))).toBe(
      `Basic ${btoa(`${signIn.credentials.apiKey}:${signIn.credentials.apiSecret}`)}`,
    );
  });

  it('holds the account and its token where there is no key', () => {
    const token = { accountSid: signIn.accountSid, credentials: { authToken: 't' } };
    expect(createAuthorization(token, createHosts(token))(new URL('https://chat.twilio.com/'))).toBe(
      `Basic ${btoa(`${signIn.accountSid}:t`)}`,
    );
  });

  it.each([
    'http://conversations.twilio.com/',
    'https://conversations.twilio.com:444/',
    'https://conversations.dublin.ie1.twilio.com/',
    'https://api.twilio.com/',
    'https://conversations.twilio.com.evil.example/',
    'https://me@conversations.twilio.com/',
    'http://127.0.0.1/',
  ])('is not made for %s', (url) => {
    expect(() => authorize(new URL(url))).toThrow(expect.objectContaining({ kind: 'untrusted-host' }));
  });
});

describe('secrets', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  it('are in no log entry and no error, whatever goes wrong', async () => {
    const seen: unknown[] = [];
    const log = (entry: LogEntry): void => {
      seen.push(entry);
    };
    const { apiKey, apiSecret } = sandbox.account;
    const account = connectTo(sandbox, { credentials: { apiKey, apiSecret }, log });
    const service = await account.service('conversations', 'default');
    if (!service) throw new Error('The default service is missing.');
    const role = { friendlyName: 'R', type: 'service', permissions: ['joinConversation'] } as const;
    for (const kind of ['429', '500', '503', 'reset', 'lost-answer', 'cut-json'] as const) {
      sandbox.setFaults({ [kind]: 1 });
      await service.createRole(role).catch((error) => seen.push(error));
      await collect(service.roles()).catch((error) => seen.push(error));
    }
    sandbox.setFaults({});
    const wrong = connectTo(sandbox, { credentials: { apiKey, apiSecret: 'another-secret' }, log });
    await collect(wrong.services('chat')).catch((error) => seen.push(error));

    const text = inspect(seen, { depth: 12, showHidden: true, maxArrayLength: null }) + JSON.stringify(seen);
    expect(seen.filter((entry) => entry instanceof Error)).toHaveLength(13);
    for (const secret of [
      apiSecret,
      'another-secret',
      btoa(`${apiKey}:${apiSecret}`),
      'Basic ',
      'joinConversation',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
