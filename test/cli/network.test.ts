/** The way from the command line to Twilio: whose certificates count, and what the proxy of the environment is told. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { cliFolder } from '../support/cli';
import { type Front, issueCertificate, startFront, twilioHost } from '../support/front';
import { oldestNode } from '../support/oldest-node';
import { type LocalProxy, startProxy } from '../support/proxy';

const agent = { friendlyName: 'Agent', type: 'service', permissions: ['joinConversation'] } as const;
const file =
  'service: default\nroles:\n  - {friendlyName: Agent, type: service, permissions: [joinConversation]}\n';
const refused = `the certificate of ${twilioHost}, or of the proxy, isn't trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE). If your network opens TLS on the way, add the certificate of its authority to the system's, or name its file in NODE_EXTRA_CA_CERTS.`;

let sandbox: Sandbox;
let twilio: Front;
let proxy: LocalProxy;
let authority: string;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { services: [{ friendlyName: 'Support', roles: [agent] }] } });
  const issued = await issueCertificate();
  authority = issued.authority;
  twilio = await startFront(sandbox, issued.tls);
  proxy = await startProxy(createServer(), twilio.port);
});

afterAll(async () => {
  proxy[Symbol.dispose]();
  await twilio[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Plans against Twilio's own host, which leads to the sandbox, where the system trusts the certificates of a file alone. */
function planOn(
  stores: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  node = process.execPath,
) {
  const folder = cliFolder({
    'roles.yaml': file,
    'authority.pem': authority,
    'nobody.pem': '',
    'store/none': '',
    'here.cjs': `const tls = require('node:tls');
      const { connect } = tls;
      const here = { host: '127.0.0.1', port: ${twilio.port} };
      tls.connect = (options) => connect({ ...options, ...(options.socket ? {} : here) });`,
  });
  const files = Object.entries(stores).map(([name, path]) => [name, folder.path(path)]);
  return folder.run(['plan'], {
    node,
    env: {
      TWILIO_ACCOUNT_SID: sandbox.account.sid,
      TWILIO_AUTH_TOKEN: sandbox.token,
      NODE_OPTIONS: `--require=${folder.path('here.cjs')}`,
      SSL_CERT_FILE: folder.path('nobody.pem'),
      SSL_CERT_DIR: folder.path('store'),
      ...Object.fromEntries(files),
      ...environment,
    },
  });
}

describe.each([
  ['directly', () => ({})],
  ['through a proxy', () => ({ HTTPS_PROXY: proxy.url })],
])('%s', (_, environment) => {
  it("trusts an authority of the system's store", async () => {
    expect(await planOn({ SSL_CERT_FILE: 'authority.pem' }, environment())).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('trusts an authority of NODE_EXTRA_CA_CERTS', async () => {
    expect(await planOn({ NODE_EXTRA_CA_CERTS: 'authority.pem' }, environment())).toMatchObject({ code: 0 });
  });

  it('refuses any other, and says what to do', async () => {
    const { code, stdout, stderr } = await planOn({}, environment());
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(refused);
    expect(stderr).not.toContain(sandbox.token);
  });

  it('refuses it too where Node is told to refuse nobody', async () => {
    const { code, stderr } = await planOn({}, { ...environment(), NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect(code).toBe(1);
    expect(stderr).toContain(refused);
  });
});

it(`trusts NODE_EXTRA_CA_CERTS on Node ${oldestNode.version} too, and nobody else`, async () => {
  const node = await oldestNode.install();
  expect(await planOn({ NODE_EXTRA_CA_CERTS: 'authority.pem' }, {}, node)).toMatchObject({ code: 0 });
  expect(await planOn({}, {}, node)).toMatchObject({ code: 1, stderr: expect.stringContaining(refused) });
}, 300_000);

it('goes through the proxy of the environment, unless NO_PROXY names the host', async () => {
  proxy.tunnels.length = 0;
  const trusting = { SSL_CERT_FILE: 'authority.pem' };
  const around = { HTTPS_PROXY: proxy.url, NO_PROXY: 'other.example,.twilio.com' };
  expect(await planOn(trusting, around)).toMatchObject({ code: 0 });
  expect(proxy.tunnels).toEqual([]);
  expect(await planOn(trusting, { https_proxy: proxy.url })).toMatchObject({ code: 0 });
  expect(new Set(proxy.tunnels.map(({ target }) => target))).toEqual(new Set([`${twilioHost}:443`]));
});
