import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { createServer as createTlsTunnel } from 'node:tls';
import { createProxy, type ProxyServer } from 'proxy';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import { bypassesProxy } from '../../core/src/twilio/no-proxy';
import type { ProxyOptions } from '../../core/src/twilio/options';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { accountSid, collect, connectTo, createFakeClock } from '../support/twilio';

const host = 'conversations.twilio.com';

let sandbox: Sandbox;
/** Every `CONNECT` that a proxy was asked for, with the headers that came with it. */
const tunnels: { readonly target: string; readonly headers: string }[] = [];
const closing: (() => void)[] = [];
let certificate: string;
let plain: string;
let secure: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  const pem = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  certificate = pem.cert;
  const tls = { key: pem.private, cert: pem.cert };

  // Twilio: TLS in front of the sandbox.
  const twilio = createTlsTunnel(tls, (socket) => {
    const upstream = connectSocket(Number(new URL(sandbox.url).port), '127.0.0.1');
    socket.on('error', () => upstream.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  const port = await new Promise<number>((resolve) => {
    twilio.listen(0, '127.0.0.1', () => resolve((twilio.address() as AddressInfo).port));
  });
  closing.push(() => twilio.close());
  plain = `http://localhost:${await startProxy(createServer(), port)}`;
  secure = `https://localhost:${await startProxy(createTlsServer(tls), port)}`;
});

beforeEach(() => {
  tunnels.length = 0;
});

afterAll(async () => {
  for (const close of closing) close();
  await sandbox.close();
});

/** A proxy whose every way leads to our Twilio. */
async function startProxy(server: Server, twilio: number): Promise<number> {
  const proxy: ProxyServer = createProxy(server);
  proxy.authenticate = ({ headers }) => {
    const given = headers['proxy-authorization'];
    return given === undefined || given === `Basic ${btoa('me:p@ss')}`;
  };
  proxy.prependListener('connect', (request) => {
    tunnels.push({ target: request.url ?? '', headers: JSON.stringify(request.headers) });
    request.url = `127.0.0.1:${twilio}`;
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return (proxy.address() as AddressInfo).port;
}

/** Reads roles as if from Twilio itself, and tells which names were looked up without a proxy. */
async function readRoles(proxy: ProxyOptions): Promise<{ roles: number; lookedUp: string[] }> {
  const lookedUp: string[] = [];
  const account = connect(
    { accountSid: accountSid(sandbox.account.sid), credentials: { authToken: sandbox.token }, proxy },
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
  ['without TLS', () => plain],
  ['with TLS', () => secure],
])('a proxy %s', (_, url) => {
  it('is the way to Twilio and never sees the credentials', async () => {
    const { roles, lookedUp } = await readRoles({ url: url(), certificates: [certificate] });
    expect(roles).toBe(8);
    expect(lookedUp).toEqual([]);
    expect(new Set(tunnels.map(({ target }) => target))).toEqual(new Set([`${host}:443`]));
    expect(JSON.stringify(tunnels)).not.toContain('authorization');
  });

  it('is told the user and the password of its URL', async () => {
    const signedIn = url().replace('//', '//me:p%40ss@');
    expect(await readRoles({ url: signedIn, certificates: [certificate] })).toMatchObject({ roles: 8 });
    await expect(
      readRoles({ url: url().replace('//', '//me:wrong@'), certificates: [certificate] }),
    ).rejects.toMatchObject({
      kind: 'offline',
      message: `Couldn't find the default service of the account: the proxy gives no way to ${host} (proxy status 407). Check the proxy's address, user and password.`,
    });
  });

  it('whose certificates nobody vouches for is refused, unless strict SSL is off', async () => {
    await expect(readRoles({ url: url() })).rejects.toMatchObject({
      kind: 'offline',
      message: expect.stringContaining("isn't trusted (DEPTH_ZERO_SELF_SIGNED_CERT)"),
    });
    expect(await readRoles({ url: url(), strictSSL: false })).toMatchObject({ roles: 8 });
  });

  it('is gone around for the hosts of noProxy', async () => {
    await expect(
      readRoles({ url: url(), certificates: [certificate], noProxy: ['.twilio.com'] }),
    ).rejects.toMatchObject({ kind: 'offline', lookedUp: expect.arrayContaining([host]) });
    expect(tunnels).toEqual([]);
  });
});

it.each(['proxy.example:8080', 'me:secret@proxy.example', 'socks5://me:secret@proxy.example', 'http://'])(
  'the address %s is refused without being repeated',
  (url) => {
    const options = {
      accountSid: accountSid(sandbox.account.sid),
      credentials: { authToken: 't' },
      proxy: { url },
    };
    expect(() => connect(options)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.not.stringContaining('secret') }),
    );
  },
);

it('a sandbox is never asked through a proxy', async () => {
  const account = connectTo(sandbox, { proxy: { url: plain } });
  expect(await collect(account.services('chat'))).toHaveLength(2);
  expect(tunnels).toEqual([]);
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
