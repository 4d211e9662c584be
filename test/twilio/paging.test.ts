import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwilioService } from '../../core/src/twilio/api';
import { TwilioError } from '../../core/src/twilio/error';
import { type CallRecord, type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { base, conversations, mockTwilio, page, role } from '../support/mock-twilio';
import { collect, connectTo } from '../support/twilio';

let sandbox: Sandbox;
const calls: CallRecord[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ users: 400, latency: 30, onCall: (call) => calls.push(call) });
});
afterAll(() => sandbox.close());

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

async function open(product: 'conversations' | 'chat'): Promise<TwilioService> {
  const service = await connectTo(sandbox).service(product, 'default');
  if (!service) throw new Error('The default service is missing.');
  calls.length = 0;
  return service;
}

describe('a list', () => {
  it.each([
    ['conversations', 50],
    ['chat', 100],
  ] as const)('of %s comes in pages of %i, each user once', async (product, size) => {
    const service = await open(product);
    const users = await collect(service.users());
    expect(new Set(users.map(({ sid }) => sid)).size).toBe(488);
    expect(calls).toHaveLength(Math.ceil(488 / size));
    expect(calls.every(({ query }) => query.get('PageSize') === String(size))).toBe(true);
  });

  it('is asked for as far as it is used', async () => {
    const service = await open('conversations');
    let seen = 0;
    for await (const _ of service.users()) {
      seen += 1;
      if (seen === 51) break;
    }
    expect(calls).toHaveLength(2);
  });

  it('lets go of each page that is used up', async () => {
    const service = await open('conversations');
    const firsts: WeakRef<object>[] = [];
    let seen = 0;
    for await (const user of service.users()) {
      if (seen % 50 === 0) firsts.push(new WeakRef(user));
      seen += 1;
      if (seen < 450) continue;
      // What a WeakRef was made of lives until the turn is over.
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
      expect(firsts.map((first) => first.deref() !== undefined)).toEqual([...Array(8).fill(false), true]);
      return;
    }
    expect.fail('There were fewer users.');
  });

  it('can be cancelled between pages', async () => {
    const service = await open('conversations');
    const cancel = new AbortController();
    const users = service.users({ signal: cancel.signal })[Symbol.asyncIterator]();
    await users.next();
    cancel.abort(new Error('enough'));
    for (let left = 49; left > 0; left -= 1) await users.next();
    await expect(users.next()).rejects.toThrow('enough');
    expect(calls).toHaveLength(1);
  });

  it('can be cancelled while a page is on its way', async () => {
    const service = await open('conversations');
    const cancel = new AbortController();
    sandbox.fail({ kind: 'latency' });
    const users = collect(service.users({ signal: cancel.signal }));
    setImmediate(() => cancel.abort(new Error('enough')));
    await expect(users).rejects.toThrow('enough');
  });

  it('gets over a page that comes twice', async () => {
    const service = await open('conversations');
    sandbox.fail({ kind: 'repeated-page', times: 3 });
    const users = await collect(service.users());
    expect(new Set(users.map(({ sid }) => sid)).size).toBe(488);
    expect(users).toHaveLength(488);
  });

  it('is whole or fails, whatever goes wrong on the way', async () => {
    const everyone = (await collect((await open('conversations')).users())).map(({ sid }) => sid);
    const rates = {
      '429': 0.06,
      '500': 0.06,
      reset: 0.06,
      'lost-answer': 0.06,
      'cut-json': 0.06,
      'repeated-page': 0.1,
    };
    let whole = 0;
    for (let randomSeed = 1; randomSeed <= 12; randomSeed += 1) {
      const troubled = await startSandbox({ users: 400, randomSeed });
      troubled.reset(sandbox.state());
      const service = await connectTo(troubled).service('conversations', 'default');
      if (!service) throw new Error('The default service is missing.');
      troubled.setFaults(rates);
      const users = await collect(service.users()).catch((error: unknown) => error);
      if (Array.isArray(users)) {
        whole += 1;
        expect(
          users.map(({ sid }) => sid),
          `random seed ${randomSeed}`,
        ).toEqual(everyone);
      } else {
        expect(users).toBeInstanceOf(TwilioError);
      }
      await troubled.close();
    }
    expect(whole).toBeGreaterThan(6);
  });

  it('that leads in a circle is noticed', async () => {
    const mock = mockTwilio();
    const service = await mock.service();
    const path = (letter: string): string => `${base}/Roles?PageSize=50&PageToken=${letter}`;
    for (const [at, to, digit] of [
      ['a', 'b', 1],
      ['b', 'c', 2],
      ['c', 'a', 3],
    ] as const) {
      mock.agent
        .get(conversations)
        .intercept({ path: path(at) })
        .reply(200, page('roles', [role({ sid: `RL${String(digit).repeat(32)}` })], conversations + path(to)))
        .persist();
    }
    mock.answer('GET', `${base}/Roles?PageSize=50`, 200, page('roles', [], conversations + path('a')));
    await expect(collect(service.roles())).rejects.toThrow('leads back to a page that was read already');
    expect(mock.calls().length).toBeLessThan(10);
  });
});

it('a page that comes again under another address is noticed', async () => {
  const mock = mockTwilio();
  const service = await mock.service();
  const path = `${base}/Roles?PageSize=50`;
  mock.answer('GET', path, 200, page('roles', [role()], `${conversations}${path}&PageToken=b`));
  mock.answer(
    'GET',
    `${path}&PageToken=b`,
    200,
    page('roles', [role()], `${conversations}${path}&PageToken=c`),
  );
  await expect(collect(service.roles())).rejects.toThrow('leads back to a page that was read already');
  expect(mock.calls()).toHaveLength(2);
});

describe('a page', () => {
  it('leads to the next one by its cursor', async () => {
    const service = await open('conversations');
    const first = await service.usersPage();
    const second = await service.usersPage(first.next);
    expect([first.items.length, second.items.length]).toEqual([50, 50]);
    expect(second.items[0]?.sid).not.toBe(first.items[0]?.sid);
    expect(calls).toHaveLength(2);
  });

  it('that two want at once is read once', async () => {
    const service = await open('conversations');
    const [one, two] = await Promise.all([service.usersPage(), service.usersPage()]);
    expect(one).toBe(two);
    expect(calls).toHaveLength(1);
  });

  it('is still read for the one who stays when the other leaves', async () => {
    const service = await open('conversations');
    const cancel = new AbortController();
    const leaves = service.usersPage(undefined, { signal: cancel.signal });
    const stays = service.usersPage();
    cancel.abort(new Error('gone'));
    await expect(leaves).rejects.toThrow('gone');
    expect((await stays).items).toHaveLength(50);
    expect(calls).toHaveLength(1);
  });

  it('is read anew behind a write', async () => {
    const service = await open('conversations');
    sandbox.fail({ kind: 'latency', method: 'GET' });
    const before = collect(service.roles());
    const { sid } = await service.createRole({
      friendlyName: 'New',
      type: 'service',
      permissions: ['joinConversation'],
    });
    expect((await collect(service.roles())).map((role) => role.sid)).toContain(sid);
    await before;
    await service.deleteRole(sid);
  });
});
