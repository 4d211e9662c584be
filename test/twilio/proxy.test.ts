import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import tls from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import { bypassesProxy } from '../../core/src/twilio/no-proxy';
import type { ConnectOptions, ProxyOptions } from '../../core/src/twilio/options';
import { proxyFromEnvironment } from '../../core/src/twilio/proxy-environment';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { type Front, twilioHost as host, issueCertificate, startFront } from '../support/front';
import { type LocalProxy, startProxy } from '../support/proxy';
import { accountSid, collect, connectTo, createFakeClock } from '../support/twilio';

let sandbox: Sandbox;
let twilio: Front;
let plainProxy: LocalProxy;
let secureProxy: LocalProxy;
let authority: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  const issued = await issueCertificate();
  authority = issued.authority;
  twilio = await startFront(sandbox, issued.tls);
  plainProxy = await startProxy(createServer(), twilio.port);
  secureProxy = await startProxy(createTlsServer(issued.tls), twilio.port);
});

beforeEach(() => {
  for (const { tunnels } of [plainProxy, secureProxy]) tunnels.length = 0;
});

afterAll(async () => {
  plainProxy[Symbol.dispose]();
  secureProxy[Symbol.dispose]();
  await twilio[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Reads roles as if from Twilio itself, and tells which names were looked up without a proxy. */
async function readRoles(
  proxy: ProxyOptions,
  certificates: NonNullable<ConnectOptions['certificates']> = [authority],
): Promise<{ roles: number; lookedUp: string[] }> {
  const lookedUp: string[] = [];
  const credentials = { authToken: sandbox.token };
  const account = connect(
    { accountSid: accountSid(sandbox.account.sid), credentials, proxy, certificates },
    {
      clock: createFakeClock(),
      lookup: (name, _, callback) => {
        lookedUp.push(name);
        callback(Object.assign(new Error('No network here.'), { code: 'ENOTFOUND' }), '');
      },
    },
  );
  try {
    const service = await account.service('conversations', 'default');
    return { roles: service ? (await collect(service.roles())).length : 0, lookedUp };
  } catch (error) {
    return Promise.reject(Object.assign(error as Error, { lookedUp }));
  } finally {
    await account.close();
  }
}

describe.each([
  ['without TLS', () => plainProxy],
  ['with TLS', () => secureProxy],
])('a proxy %s', (_, proxy) => {
  const url = (): string => proxy().url;

  it('is the way to Twilio and never sees the credentials', async () => {
    const { roles, lookedUp } = await readRoles({ url: url() });
    expect(roles).toBe(8);
    expect(lookedUp).toEqual([]);
    expect(new Set(proxy().tunnels.map(({ target }) => target))).toEqual(new Set([`${host}:443`]));
    expect(JSON.stringify(proxy().tunnels)).not.toContain('authorization');
  });

  it('is told the user and the password of its URL', async () => {
    const signedIn = url().replace('//', '//me:p%40ss@');
    expect(await readRoles({ url: signedIn })).toMatchObject({ roles: 8 });
    await expect(readRoles({ url: url().replace('//', '//me:wrong@') })).rejects.toMatchObject({
      kind: 'offline',
      message: `Couldn't find the default service of the account: the proxy gives no way to ${host} (proxy status 407). Check the proxy's address, user and password.`,
    });
  });

  it('whose certificates nobody vouches for is refused, unless strict SSL is off', async () => {
    await expect(readRoles({ url: url() }, [])).rejects.toMatchObject({
      kind: 'untrusted-host',
      message: expect.stringContaining("isn't trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)"),
    });
    expect(await readRoles({ url: url(), strictSSL: false }, [])).toMatchObject({ roles: 8 });
  });

  it('is gone around for the hosts of noProxy', async () => {
    await expect(readRoles({ url: url(), noProxy: ['.twilio.com'] })).rejects.toMatchObject({
      kind: 'offline',
      lookedUp: expect.arrayContaining([host]),
    });
    expect(proxy().tunnels).toEqual([]);
  });
});

describe('a direct connection', () => {
  beforeEach(() => {
    const open: (options: tls.ConnectionOptions) => tls.TLSSocket = tls.connect;
    // Twilio's host and port are fixed; only where they lead is changed.
    const here = { host: '127.0.0.1', port: twilio.port };
    vi.spyOn(tls, 'connect').mockImplementation((options: unknown) => open({ ...Object(options), ...here }));
    return () => vi.restoreAllMocks();
  });

  it('trusts the certificates that it is given, without any proxy', async () => {
    expect(await readRoles({}, [authority])).toMatchObject({ roles: 8 });
  });

  it.each([true, false])('trusts nobody else, with strict SSL %s', async (strictSSL) => {
    await expect(readRoles({ strictSSL }, [])).rejects.toMatchObject({
      kind: 'untrusted-host',
      message: `Couldn't find the default service of the account: the certificate of ${host}, or of the proxy, isn't trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE). If your network opens TLS on the way, add the certificate of its authority to the system's, or name its file in NODE_EXTRA_CA_CERTS.`,
    });
  });
});

it.each(['proxy.example:8080', 'me:secret@proxy.example', 'socks5://me:secret@proxy.example', 'http://'])(
  'the address %s is refused without being repeated',
  async (url) => {
    await expect(readRoles({ url })).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.not.stringContaining('secret'),
      lookedUp: [],
    });
  },
);

it('a sandbox is never asked through a proxy', async () => {
  const account = connectTo(sandbox, { proxy: { url: plainProxy.url } });
  expect(await collect(account.services('chat'))).toHaveLength(2);
  expect(plainProxy.tunnels).toEqual([]);
});

describe('noProxy', () => {
  it.each<[string, boolean]>([
    ['conversations.twilio.com', true],
    ['CONVERSATIONS.twilio.com', true],
    ['twilio.com', true],
    ['.twilio.com', true],
    ['*.twilio.com', true],
    ['*', true],
    ['twilio.com:443', true],
    [' twilio.com ', true],
    ['twilio.com:8443', false],
    ['chat.twilio.com', false],
    ['wilio.com', false],
    ['', false],
  ])('"%s" covers Conversations: %s', (entry, covered) => {
    expect(bypassesProxy(new URL(`https://${host}/v1`), [entry])).toBe(covered);
  });
});

describe('the environment', () => {
  it.each<[Record<string, string>, ProxyOptions]>([
    [{}, {}],
    [{ HTTPS_PROXY: '', NO_PROXY: '' }, {}],
    [{ HTTPS_PROXY: 'http://a:1' }, { url: 'http://a:1' }],
    [{ https_proxy: 'http://b:2', HTTPS_PROXY: 'http://a:1' }, { url: 'http://b:2' }],
    [{ NO_PROXY: 'a.example, .b.example' }, { noProxy: ['a.example', '.b.example'] }],
    [{ no_proxy: 'c.example d.example', NO_PROXY: '*' }, { noProxy: ['c.example', 'd.example'] }],
    [{ HTTP_PROXY: 'http://a:1' }, {}],
  ])('%j names the proxy %j', (environment, proxy) => {
    expect(proxyFromEnvironment(environment)).toEqual(proxy);
  });
});
