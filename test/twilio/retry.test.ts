import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleSid } from '../../core/src/sid';
import type { RoleFields, TwilioService } from '../../core/src/twilio/api';
import type { TwilioError } from '../../core/src/twilio/error';
import { type CallRecord, type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { base, mockTwilio, page, role, roleSid } from '../support/mock-twilio';
import { collect, connectTo, createFakeClock, type FakeClock } from '../support/twilio';

const fields: RoleFields = { friendlyName: 'Auditor', type: 'service', permissions: ['joinConversation'] };

let sandbox: Sandbox;
let service: TwilioService;
let clock: FakeClock;
const calls: CallRecord[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ onCall: (call) => calls.push(call) });
});
beforeEach(async () => {
  sandbox.reset();
  clock = createFakeClock();
  const found = await connectTo(sandbox, {}, { clock }).service('conversations', 'default');
  if (!found) throw new Error('The default service is missing.');
  service = found;
  calls.length = 0;
});
afterAll(() => sandbox.close());

const rolesNamed = (name: string) =>
  sandbox.state().services.flatMap(({ roles }) => roles.filter(({ friendlyName }) => friendlyName === name));
const tried = (method: string): string[] =>
  calls.filter((call) => call.method === method).map(({ status, fault }) => fault ?? String(status));

describe('a read', () => {
  it.each(['429', '500', '503', 'reset', 'lost-answer', 'cut-json'] as const)(
    'is tried again after %s',
    async (kind) => {
      sandbox.fail({ kind, times: 2 });
      expect(await collect(service.roles())).toHaveLength(8);
      expect(tried('GET')).toEqual([kind, kind, '200']);
    },
  );

  it('fails after five times, with what Twilio said last', async () => {
    sandbox.fail({ kind: '503', times: 5 });
    await expect(collect(service.roles())).rejects.toThrow(
      /^Couldn't list the roles of Support: Twilio can't answer at the moment \(20503\)\. Wait a little, then try again\. Request RQ\w{32}$/,
    );
    expect(calls).toHaveLength(5);
    sandbox.fail({ kind: 'reset', times: 5 });
    await expect(collect(service.roles())).rejects.toMatchObject({ kind: 'offline' });
  });

  it('is not tried again where that is no use', async () => {
    expect(await service.role(`RL${'0'.repeat(32)}` as RoleSid)).toBeUndefined();
    expect(calls).toHaveLength(1);
  });
});

describe('pauses', () => {
  it('double, each with full jitter', async () => {
    sandbox.fail({ kind: '500', times: 4 });
    await collect(service.roles());
    expect(clock.pauses).toEqual([250, 500, 1000, 2000]);
  });

  it('are nothing where chance says so', async () => {
    const lucky = createFakeClock(0);
    const account = connectTo(sandbox, {}, { clock: lucky });
    sandbox.fail({ kind: '500', times: 4 });
    await account.service('conversations', 'default');
    expect(lucky.pauses).toEqual([0, 0, 0, 0]);
  });

  it('are at least as long as Retry-After', async () => {
    sandbox.fail({ kind: '429', times: 2 });
    await collect(service.roles());
    expect(clock.pauses).toEqual([1250, 1500]);
  });

  it('are at least as long as Retry-After says with a date', async () => {
    const mock = mockTwilio();
    const found = await mock.service();
    const path = `${base}/Roles?PageSize=50`;
    mock.answer('GET', path, 503, '', { 'retry-after': new Date(Date.now() + 30_000).toUTCString() });
    mock.answer('GET', path, 429, '', { 'retry-after': new Date(0).toUTCString() });
    mock.answer('GET', path, 429, '', { 'retry-after': 'soon' });
    mock.answer('GET', path, 200, page('roles', []));
    await collect(found.roles());
    const [dated = 0, ...rest] = mock.clock.pauses;
    expect(dated).toBeGreaterThan(20_000);
    expect(dated).toBeLessThanOrEqual(30_250);
    // One that has gone by, and one that says nothing: our own.
    expect(rest).toEqual([500, 1000]);
  });

  it('are left to people where Retry-After is over a minute', async () => {
    const mock = mockTwilio();
    const found = await mock.service();
    mock.answer('GET', `${base}/Roles?PageSize=50`, 429, '', { 'retry-after': '61' });
    await expect(collect(found.roles())).rejects.toMatchObject({ kind: 'rate-limited', retryAfter: 61_000 });
    expect(mock.clock.pauses).toEqual([]);
  });

  it('end when they are cancelled', async () => {
    const cancel = new AbortController();
    sandbox.fail({ kind: '500' });
    const account = connectTo(
      sandbox,
      {},
      {
        clock: {
          ...clock,
          sleep: async (_, signal) => {
            cancel.abort(new Error('cancelled'));
            signal?.throwIfAborted();
          },
        },
      },
    );
    await expect(account.service('conversations', 'default', { signal: cancel.signal })).rejects.toThrow(
      'cancelled',
    );
    expect(calls).toHaveLength(1);
  });
});

describe('a create', () => {
  it('is tried again after 429: it was never processed', async () => {
    sandbox.fail({ kind: '429', times: 2 });
    await service.createRole(fields);
    expect(tried('POST')).toEqual(['429', '429', '201']);
    expect(rolesNamed('Auditor')).toHaveLength(1);
  });

  it.each([
    ['lost-answer', 1],
    ['cut-json', 1],
    ['reset', 0],
    ['500', 0],
    ['503', 0],
  ] as const)('is never repeated blindly after %s', async (kind, made) => {
    sandbox.fail({ kind });
    const error: TwilioError = await service.createRole(fields).then(
      () => expect.fail('It should have failed.'),
      (error) => error,
    );
    expect(error).toMatchObject({ kind: 'unknown-outcome', maybeDone: true });
    expect(error.message).toMatch(
      /^Couldn't create role "Auditor" in Support: the answer was lost, so it may have been done or not\. Look at what is live before trying again\./,
    );
    expect(tried('POST')).toEqual([kind]);
    expect(rolesNamed('Auditor')).toHaveLength(made);
  });

  it.each([20162, 20409, 50002, 50213])('is tried again after the conflict %i', async (code) => {
    const mock = mockTwilio();
    const found = await mock.service();
    mock.answer('POST', `${base}/Roles`, 409, { code, message: 'Conflict', status: 409 });
    mock.answer('POST', `${base}/Roles`, 201, role());
    expect(await found.createRole({ ...fields, type: 'conversation' })).toMatchObject({ sid: roleSid });
  });

  it('whose identity is taken is a refusal at once', async () => {
    await expect(service.createUser('faq-bot', {})).rejects.toMatchObject({
      kind: 'refused',
      status: 409,
      code: 50201,
    });
    expect(calls).toHaveLength(1);
  });
});

describe('an update of a whole set', () => {
  it.each(['429', '500', '503', 'reset', 'lost-answer', 'cut-json'] as const)(
    'is tried again after %s',
    async (kind) => {
      const { sid } = await service.createRole(fields);
      sandbox.fail({ kind, times: 2, method: 'POST' });
      expect(await service.updateRole(sid, ['createConversation'])).toMatchObject({
        permissions: ['createConversation'],
      });
      expect(tried('POST')).toEqual(['201', kind, kind, '200']);
    },
  );

  it('whose answers were all lost has an unknown outcome', async () => {
    const { sid } = await service.createRole(fields);
    sandbox.fail({ kind: 'lost-answer', times: 5, method: 'POST' });
    await expect(service.updateRole(sid, ['createConversation'])).rejects.toMatchObject({
      kind: 'unknown-outcome',
    });
  });
});

describe('a write whose answer was lost, and that Twilio then was too busy to take again', () => {
  it.each<[string, (sid: RoleSid) => Promise<unknown>]>([
    ['an update', (sid) => service.updateRole(sid, ['createConversation'])],
    ['a deletion', (sid) => service.deleteRole(sid)],
  ])('has an unknown outcome: %s', async (_, write) => {
    const { sid } = await service.createRole(fields);
    calls.length = 0;
    sandbox.fail({ kind: 'lost-answer' });
    sandbox.fail({ kind: '429', times: 4 });
    await expect(write(sid)).rejects.toMatchObject({ kind: 'unknown-outcome', maybeDone: true, code: 20429 });
    expect(calls.map(({ fault }) => fault)).toEqual(['lost-answer', '429', '429', '429', '429']);
  });

  it('is no matter to a read', async () => {
    sandbox.fail({ kind: 'lost-answer' });
    sandbox.fail({ kind: '429', times: 4 });
    await expect(collect(service.roles())).rejects.toMatchObject({ kind: 'rate-limited' });
  });
});

describe('a deletion', () => {
  it('that finds nothing the second time has been done', async () => {
    const { sid } = await service.createRole(fields);
    sandbox.fail({ kind: 'lost-answer', method: 'DELETE' });
    await service.deleteRole(sid);
    expect(tried('DELETE')).toEqual(['lost-answer', '404']);
  });

  it('that finds nothing the first time says so', async () => {
    const { sid } = await service.createRole(fields);
    await service.deleteRole(sid);
    await expect(service.deleteRole(sid)).rejects.toMatchObject({ kind: 'not-found', code: 50100 });
  });
});
