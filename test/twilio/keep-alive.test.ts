import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwilioAccount, TwilioService } from '../../core/src/twilio/api';
import { connect } from '../../core/src/twilio/connect';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { issueCertificate, startFront } from '../support/front';
import { startProxy } from '../support/proxy';
import { accountSid, collect, connectTo } from '../support/twilio';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function open(account: TwilioAccount): Promise<TwilioService> {
  const service = await account.service('conversations', 'default');
  if (!service) throw new Error('The default service is missing.');
  return service;
}

/** Forty calls, each after the one before. */
async function fortyCalls(account: TwilioAccount): Promise<void> {
  const service = await open(account);
  const role = { friendlyName: 'R', type: 'service', permissions: ['joinConversation'] } as const;
  const { sid } = await service.createRole(role);
  for (let call = 3; call < 39; call += 2) {
    await service.updateRole(sid, ['createConversation']);
    await service.role(sid);
  }
  await service.deleteRole(sid);
}

describe('connections', () => {
  it('are kept: calls one after the other share one, errors among them', async () => {
    await using front = await startFront(sandbox);
    const account = connectTo(sandbox, { sandbox: `http://127.0.0.1:${front.port}` });
    await fortyCalls(account);
    sandbox.fail({ kind: '500' });
    await collect(account.services('chat'));
    expect(front.opened()).toBe(1);
    await account.close();
  });

  it('are at most eight, however many calls there are at once', async () => {
    await using front = await startFront(sandbox);
    const account = connectTo(sandbox, { sandbox: `http://127.0.0.1:${front.port}` });
    const service = await open(account);
    await Promise.all(Array.from({ length: 40 }, (_, index) => service.user(`nobody ${index}`)));
    expect(front.opened()).toBe(8);
    await account.close();
  });

  it('are kept with TLS, directly behind a proxy', async () => {
    const { authority, tls } = await issueCertificate();
    await using front = await startFront(sandbox, tls);
    using proxy = await startProxy(createServer(), front.port);
    const account = connect({
      accountSid: accountSid(sandbox.account.sid),
      credentials: { authToken: sandbox.token },
      proxy: { url: proxy.url },
      certificates: [authority],
    });
    await fortyCalls(account);
    expect({ opened: front.opened(), tunnels: proxy.tunnels.length }).toEqual({ opened: 1, tunnels: 1 });
    await account.close();
    await front.allEnded();
  });

  it('end with the account, when the calls under way are done', async () => {
    await using front = await startFront(sandbox);
    const account = connectTo(sandbox, { sandbox: `http://127.0.0.1:${front.port}` });
    const service = await open(account);
    const underWay = collect(service.roles());
    await account.close();
    expect(await underWay).toHaveLength(8);
    await front.allEnded();
    const role = { friendlyName: 'Late', type: 'service', permissions: ['joinConversation'] } as const;
    await expect(service.createRole(role)).rejects.toMatchObject({
      message: 'Couldn\'t create role "Late" in Support: this account has been signed out of. Sign in again.',
      maybeDone: false,
    });
  });
});
