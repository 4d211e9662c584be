import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import { errorCode } from '../../core/src/twilio/error-code';
import data from '../../schemas/error-codes.json';
import { base, mockTwilio, role, roleSid, signIn } from '../support/mock-twilio';
import { collect, createFakeClock } from '../support/twilio';

const requestId = `RQ${'a'.repeat(32)}`;

describe('an error body', () => {
  it.each([
    [
      "Twilio's usual one",
      { code: 50104, message: 'Permission not found', more_info: 'https://…', status: 400 },
    ],
    [
      'RFC 9457',
      { type: 'https://…', title: 'Bad Request', status: 400, code: 50104, detail: 'Permission not found' },
    ],
    [
      'the third one',
      { code: 50104, message: 'Permission not found', httpStatusCode: 400, userError: true, params: {} },
    ],
  ])('of the shape of %s is understood', async (_, body) => {
    const mock = mockTwilio();
    const service = await mock.service();
    mock.answer('POST', `${base}/Roles`, 400, body, { 'twilio-request-id': requestId });
    await expect(
      service.createRole({ friendlyName: 'Customer', type: 'conversation', permissions: ['sendMesage'] }),
    ).rejects.toMatchObject({
      kind: 'refused',
      status: 400,
      code: 50104,
      detail: 'Permission not found',
      requestId,
      message: `Couldn't create role "Customer" in Support: roles of this type have no such permission (50104). Remove the permission that this role type doesn't take; the file's warnings name it. Request ${requestId}`,
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>Bad gateway</html>'],
    ['JSON that is no object', '"no"'],
    ['an object without a code', {}],
  ])('that is %s leaves the status', async (_, body) => {
    const mock = mockTwilio();
    const service = await mock.service();
    mock.answer('GET', `${base}/Roles?PageSize=50`, 403, body);
    await expect(collect(service.roles())).rejects.toMatchObject({
      kind: 'forbidden',
      message:
        "Couldn't list the roles of Support: Twilio forbids it (status 403). Check what this API key may do, or sign in with another one.",
    });
  });

  it('with a code that we have no words for is given in Twilio’s own', async () => {
    const mock = mockTwilio();
    const service = await mock.service();
    mock.answer('GET', `${base}/Roles?PageSize=50`, 400, { code: 99_999, message: 'Odd\n thing.' });
    await expect(collect(service.roles())).rejects.toThrow(
      "Couldn't list the roles of Support: Odd thing (99999).",
    );
  });
});

describe('the kind of an error', () => {
  it.each([
    [401, 20003, 'unauthorized'],
    [403, 20403, 'forbidden'],
    [403, 50050, 'not-found'],
    [404, 20404, 'not-found'],
    [409, 20409, 'conflict'],
    [429, 20429, 'rate-limited'],
    [400, 20001, 'refused'],
    [500, 20500, 'server'],
  ])('of status %i with code %i is %s', async (status, code, kind) => {
    const mock = mockTwilio();
    const service = await mock.service();
    const interceptor = mock.agent.get('https://conversations.twilio.com');
    interceptor
      .intercept({ method: 'GET', path: `${base}/Roles?PageSize=50` })
      .reply(status, { code, message: 'X' })
      .persist();
    await expect(collect(service.roles())).rejects.toMatchObject({ kind, code, status });
  });
});

describe('an answer that is not what was asked for', () => {
  it.each([
    ['another service', { chat_service_sid: `IS${'9'.repeat(32)}` }, 'it is about service IS9'],
    ['no SID', { sid: null }, 'a role has no SID'],
    ['a type of the other product', { type: 'channel' }, 'has an unknown type'],
    ['no permissions', { permissions: null }, 'has no list of permissions'],
  ])('(%s) is refused', async (_, fields, message) => {
    const mock = mockTwilio();
    const service = await mock.service();
    mock.agent
      .get('https://conversations.twilio.com')
      .intercept({ method: 'GET', path: `${base}/Roles/${roleSid}` })
      .reply(200, role(fields))
      .persist();
    await expect(service.role(roleSid)).rejects.toThrow(message);
  });

  it.each([
    ['no SID', { sid: null }, 'a user has no SID'],
    ['no identity', { identity: null }, 'has no identity'],
  ])('(a user with %s) is refused', async (_, fields, message) => {
    const mock = mockTwilio();
    const service = await mock.service();
    const user = { sid: `US${'1'.repeat(32)}`, chat_service_sid: service.service.sid, identity: 'bob' };
    mock.agent
      .get('https://conversations.twilio.com')
      .intercept({ method: 'GET', path: `${base}/Users/bob` })
      .reply(200, { ...user, ...fields })
      .persist();
    await expect(service.user('bob')).rejects.toThrow(message);
  });

  it.each([
    [20404, undefined],
    [50100, undefined],
    [50050, 'not-found'],
  ])(
    '(404 with code %i, for a role) is nothing, unless it is the service that has gone',
    async (code, kind) => {
      const mock = mockTwilio();
      const service = await mock.service();
      mock.answer('GET', `${base}/Roles/${roleSid}`, 404, { code, message: 'Gone' });
      const asked = service.role(roleSid);
      if (kind === undefined) expect(await asked).toBeUndefined();
      else await expect(asked).rejects.toMatchObject({ kind, code });
    },
  );

  it('may have null where nothing depends on it', async () => {
    const mock = mockTwilio();
    const service = await mock.service();
    mock.answer('GET', `${base}/Users/bob`, 200, {
      sid: `US${'1'.repeat(32)}`,
      chat_service_sid: null,
      identity: 'bob',
      friendly_name: null,
      attributes: null,
      role_sid: null,
      is_online: null,
    });
    expect(await service.user('bob')).toEqual({
      sid: `US${'1'.repeat(32)}`,
      identity: 'bob',
      friendlyName: undefined,
      attributes: undefined,
      roleSid: undefined,
      isOnline: undefined,
    });
  });
});

describe('a network', () => {
  it('without Twilio is offline, and says what to look at', async () => {
    const account = connect({ ...signIn, sandbox: 'http://127.0.0.1:9' }, { clock: createFakeClock() });
    await expect(collect(account.services('chat'))).rejects.toMatchObject({
      kind: 'offline',
      maybeDone: false,
      message:
        "Couldn't list the services of the account: no answer from 127.0.0.1:9 (ECONNREFUSED). Check the network and the proxy settings.",
    });
  });

  it('that never answers is given up after a minute of trying', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    let minutes = 0;
    const now = (): number => {
      minutes += 1;
      return minutes * 61_000;
    };
    const account = connect(
      { ...signIn, sandbox: `http://127.0.0.1:${port}`, timeout: 1 },
      { clock: { ...createFakeClock(), now } },
    );
    await expect(collect(account.services('chat'))).rejects.toThrow('(UND_ERR_HEADERS_TIMEOUT)');
    silent.close();
    await account.close();
  });
});

describe('the table of codes', () => {
  it('speaks in clauses and sentences', () => {
    for (const [code, { meaning, remedy }] of Object.entries<{ meaning: string; remedy?: string }>(
      data.codes,
    )) {
      expect(meaning, code).not.toMatch(/\.$/);
      if (remedy !== undefined) expect(remedy, code).toMatch(/^[A-Z].*\.$/);
    }
    expect(errorCode(50104)?.meaning).toBe('roles of this type have no such permission');
    expect(errorCode(undefined)).toBeUndefined();
  });
});
