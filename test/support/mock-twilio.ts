import { MockAgent } from 'undici';
import type { RoleSid, ServiceSid } from '../../core/src/sid';
import type { TwilioAccount, TwilioService } from '../../core/src/twilio/api';
import { connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import { accountSid, createFakeClock, type FakeClock } from './twilio';

export const conversations = 'https://conversations.twilio.com';
export const serviceSid = `IS${'1'.repeat(32)}` as ServiceSid;
export const base = `/v1/Services/${serviceSid}`;
export const roleSid = `RL${'1'.repeat(32)}` as RoleSid;

export const signIn = {
  accountSid: accountSid(`AC${'0'.repeat(32)}`),
  credentials: { apiKey: `SK${'0'.repeat(32)}`, apiSecret: 'the-secret-of-the-key' },
};

/** A role as Conversations answers it. */
export const role = (fields: Readonly<Record<string, unknown>> = {}) => ({
  sid: roleSid,
  account_sid: signIn.accountSid,
  chat_service_sid: serviceSid,
  friendly_name: 'Customer',
  type: 'conversation',
  permissions: ['sendMessage'],
  ...fields,
});

/** A page of a list as Conversations answers it. */
export const page = (key: string, items: readonly unknown[], next: string | null = null) => ({
  meta: { next_page_url: next, key },
  [key]: items,
});

export interface MockTwilio {
  readonly agent: MockAgent;
  readonly clock: FakeClock;
  readonly account: TwilioAccount;
  /** A named service; what it takes to get it was answered once. */
  service(): Promise<TwilioService>;
  /** Answers the next call of this kind. */
  answer(
    method: string,
    path: string,
    status: number,
    body?: unknown,
    headers?: Record<string, string>,
  ): void;
  /** How many calls reached it. */
  calls(): readonly string[];
}

/** Twilio as a table of answers: nothing leaves the process, and a call that isn't in the table fails. */
export function mockTwilio(options: Partial<ConnectOptions> = {}, origin = conversations): MockTwilio {
  const agent = new MockAgent({ enableCallHistory: true });
  agent.disableNetConnect();
  const clock = createFakeClock();
  const account = connect({ ...signIn, ...options }, { dispatcher: agent, clock });
  const mock: MockTwilio = {
    agent,
    clock,
    account,
    answer: (method, path, status, body, headers = {}) => {
      const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
      agent.get(origin).intercept({ method, path }).reply(status, text, { headers });
    },
    service: async () => {
      mock.answer('GET', '/v1/Configuration', 200, { default_chat_service_sid: null });
      mock.answer('GET', base, 200, { sid: serviceSid, friendly_name: 'Support' });
      const service = await account.service('conversations', serviceSid);
      agent.clearCallHistory();
      if (!service) throw new Error('The mocked service is missing.');
      return service;
    },
    calls: () => (agent.getCallHistory()?.calls() ?? []).map((call) => `${call.method} ${call.fullUrl}`),
  };
  return mock;
}
