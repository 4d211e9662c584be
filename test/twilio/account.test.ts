import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceSid } from '../../core/src/sid';
import type { TwilioAccount } from '../../core/src/twilio/api';
import { type CallRecord, type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { mockTwilio } from '../support/mock-twilio';
import { collect, connectTo } from '../support/twilio';

let sandbox: Sandbox;
let account: TwilioAccount;
const calls: CallRecord[] = [];
const asked = (): string[] =>
  calls.map(({ method, path }) => `${method} ${path.replaceAll(/IS\w{32}/g, 'IS')}`);

beforeAll(async () => {
  sandbox = await startSandbox({ onCall: (call) => calls.push(call) });
  account = connectTo(sandbox);
});
beforeEach(() => {
  sandbox.reset();
  calls.length = 0;
});
afterAll(async () => {
  await account.close();
  await sandbox.close();
});

describe('services', () => {
  it('of Conversations say which is the default', async () => {
    expect(await collect(account.services('conversations'))).toMatchObject([
      { friendlyName: 'Support', isDefault: true },
      { friendlyName: 'Sales', isDefault: false },
    ]);
  });

  it('of Chat never do', async () => {
    expect((await collect(account.services('chat'))).map(({ isDefault }) => isDefault)).toEqual([
      false,
      false,
    ]);
  });

  it.each(['conversations', 'chat'] as const)('of %s that are missing are undefined', async (product) => {
    expect(await account.service(product, `IS${'0'.repeat(32)}` as ServiceSid)).toBeUndefined();
  });
});

describe('the default service', () => {
  it('of Conversations is asked by the short URLs', async () => {
    const service = await account.service('conversations', 'default');
    await service?.createRole({ friendlyName: 'R', type: 'service', permissions: ['joinConversation'] });
    await service?.defaults();
    expect(service?.service).toMatchObject({ friendlyName: 'Support', isDefault: true });
    expect(asked()).toEqual([
      'GET /v1/Configuration',
      'GET /v1/Services/IS',
      'POST /v1/Roles',
      'GET /v1/Services/IS/Configuration',
    ]);
  });

  it('of Chat is the one that Conversations names', async () => {
    const service = await account.service('chat', 'default');
    await service?.defaults();
    expect(asked()).toEqual(['GET /v1/Configuration', 'GET /v2/Services/IS', 'GET /v2/Services/IS']);
  });

  it('is undefined where the account has none', async () => {
    const mock = mockTwilio();
    mock.answer('GET', '/v1/Configuration', 200, { default_chat_service_sid: null });
    expect(await mock.account.service('conversations', 'default')).toBeUndefined();
  });
});

describe('a user', () => {
  it.each(['ops/night-shift', 'q&a?x=1#y', 'Zoë Ünal', '100%', 'a+b@example.com', '日本', '...'])(
    'is found by the identity "%s"',
    async (identity) => {
      const service = await account.service('conversations', 'default');
      if (!(await service?.user(identity))) await service?.createUser(identity, { friendlyName: 'F' });
      expect(await service?.user(identity)).toMatchObject({ identity });
    },
  );

  it.each(['', '.', '..', 'a\ud800'])('with the identity %j is asked for by SID only', async (identity) => {
    const service = await account.service('conversations', 'default');
    await expect(service?.user(identity)).rejects.toMatchObject({
      kind: 'configuration',
      message: `Couldn't ask for user ${JSON.stringify(identity)}: this identity can't be written in a URL. Choose another one, or name the user by SID.`,
    });
    expect(calls).toHaveLength(2);
  });

  it('keeps the fields that an update leaves out', async () => {
    const service = await account.service('conversations', 'default');
    const before = await service?.user('faq-bot');
    if (!before) throw new Error('The bot is missing.');
    expect(await service?.updateUser(before.sid, { friendlyName: 'Bot' })).toEqual({
      ...before,
      friendlyName: 'Bot',
    });
  });
});

describe('webhooks', () => {
  it.each([true, false, undefined])(
    'are asked for with every write of a user as the caller says, and never with one of a role: %s',
    async (webhooks) => {
      const service = await account.service('conversations', 'default');
      if (!service) throw new Error('The default service is missing.');
      const options = webhooks === undefined ? {} : { webhooks };
      const { sid } = await service.createUser('bob', {}, options);
      await service.updateUser(sid, { friendlyName: 'Bob' }, options);
      await service.deleteUser(sid, options);
      const role = { friendlyName: 'R', type: 'service', permissions: ['joinConversation'] } as const;
      await service.deleteRole((await service.createRole(role)).sid);
      const asked = webhooks === undefined ? undefined : String(webhooks);
      expect(calls.slice(2).map((call) => [call.method, call.webhooks])).toEqual([
        ['POST', asked],
        ['POST', asked],
        ['DELETE', asked],
        ['POST', undefined],
        ['DELETE', undefined],
      ]);
    },
  );
});
