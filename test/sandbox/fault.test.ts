import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallRecord, type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';

let sandbox: Sandbox;
const calls: CallRecord[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 40, onCall: (call) => calls.push(call) });
});
beforeEach(() => {
  sandbox.reset();
  calls.length = 0;
});
afterAll(() => sandbox.close());

const call = (path: string, permission?: string): Promise<Response> =>
  fetch(sandbox.url + path, {
    headers: { authorization: `Basic ${btoa(`${sandbox.account.sid}:${sandbox.token}`)}` },
    ...(permission !== undefined && {
      method: 'POST',
      body: new URLSearchParams({ FriendlyName: 'R', Type: 'service', Permission: permission }),
    }),
  });
const create = (): Promise<Response> => call('/v1/Roles', 'joinConversation');
const rolesNow = (): number => sandbox.state().services[0]?.roles.length ?? 0;

describe('a fault', () => {
  it.each([
    ['429', 20429, '1'],
    ['500', 20500, null],
    ['503', 20503, null],
  ] as const)('%s answers with it and does nothing', async (kind, code, retryAfter) => {
    sandbox.fail({ kind });
    const response = await create();
    expect(response.status).toBe(Number(kind));
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(await response.json()).toMatchObject({ code });
    expect(rolesNow()).toBe(8);
  });

  it('reset ends the connection before the write', async () => {
    sandbox.fail({ kind: 'reset' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(rolesNow()).toBe(8);
  });

  it('lost-answer ends it after the write', async () => {
    sandbox.fail({ kind: 'lost-answer' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(rolesNow()).toBe(9);
    expect(calls).toMatchObject([{ method: 'POST', status: 201, fault: 'lost-answer' }]);
  });

  it('cut-json stops the body in the middle, after the write', async () => {
    sandbox.fail({ kind: 'cut-json' });
    const response = await create();
    expect(response.status).toBe(201);
    await expect(response.json()).rejects.toThrow(SyntaxError);
    expect(rolesNow()).toBe(9);
  });

  it('latency answers later', async () => {
    sandbox.fail({ kind: 'latency' });
    const started = performance.now();
    expect((await create()).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(35);
  });

  it('repeated-page gives the page before in the place of a later one', async () => {
    const read = async (url: string) =>
      (await (await call(url)).json()) as { meta: Record<string, string | number> };
    const path = (url: unknown): string => String(url).slice(sandbox.url.length);
    const first = await read('/v1/Users?PageSize=20');
    sandbox.fail({ kind: 'repeated-page' });
    expect(await read('/v1/Users?PageSize=20')).toEqual(first);
    expect(await read(path(first.meta.next_page_url))).toEqual(first);
    expect((await read(path(first.meta.next_page_url))).meta.page).toBe(1);
  });

  it.each([
    ['a role that was created', async () => (await (await create()).json()).sid, 404],
    [
      'a role that was deleted',
      async () => {
        const { sid } = await (await create()).json();
        await fetch(`${sandbox.url}/v1/Roles/${sid}`, {
          method: 'DELETE',
          headers: { authorization: `Basic ${btoa(`${sandbox.account.sid}:${sandbox.token}`)}` },
        });
        return sid;
      },
      200,
    ],
  ])('stale-read answers as before the last write: %s', async (_, write, status) => {
    const sid: string = await write();
    sandbox.fail({ kind: 'stale-read' });
    expect((await call(`/v1/Roles/${sid}`)).status).toBe(status);
    expect((await call(`/v1/Roles/${sid}`)).status).toBe(status === 404 ? 200 : 404);
  });

  it('stale-read gives the permissions before the last update', async () => {
    const { sid } = await (await create()).json();
    await call(`/v1/Roles/${sid}`, 'createConversation');
    sandbox.fail({ kind: 'stale-read' });
    expect((await (await call(`/v1/Roles/${sid}`)).json()).permissions).toEqual(['joinConversation']);
    expect((await (await call(`/v1/Roles/${sid}`)).json()).permissions).toEqual(['createConversation']);
  });
});

describe('a planned fault', () => {
  it('waits for the call that it is meant for, as often as it says', async () => {
    sandbox.fail({ kind: '500', method: 'POST', path: /Roles$/, times: 2 });
    expect((await call('/v1/Roles')).status).toBe(200);
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([
      500, 500, 201,
    ]);
  });
});

describe('a fault that can’t befall a call', () => {
  const authorization = () => ({ authorization: `Basic ${btoa(`${sandbox.account.sid}:${sandbox.token}`)}` });

  it('cut-json waits for an answer that has a body', async () => {
    const { sid } = await (await create()).json();
    sandbox.fail({ kind: 'cut-json' });
    const deleted = await fetch(`${sandbox.url}/v1/Roles/${sid}`, {
      method: 'DELETE',
      headers: authorization(),
    });
    expect(deleted.status).toBe(204);
    expect(calls.at(-1)).not.toHaveProperty('fault');
    await expect((await call('/v1/Roles')).json()).rejects.toThrow(SyntaxError);
  });

  it('stale-read waits for a read', async () => {
    sandbox.fail({ kind: 'stale-read' });
    expect((await create()).status).toBe(201);
    expect(calls.at(-1)).not.toHaveProperty('fault');
    expect((await (await call('/v1/Roles')).json()).roles).toHaveLength(8);
  });
});

describe('the rate of a fault', () => {
  it('is the share of calls that it befalls', async () => {
    sandbox.setFaults({ '503': 0.3, '429': 0.2 });
    for (let index = 0; index < 300; index += 1) await call('/v1/Configuration');
    sandbox.setFaults({});
    const share = (kind: string): number => calls.filter(({ fault }) => fault === kind).length / 300;
    expect(share('503')).toBeCloseTo(0.3, 1);
    expect(share('429')).toBeCloseTo(0.2, 1);
  });
});

describe('the limit of writes', () => {
  it('refuses the 31st in a second with 429, for each service', async () => {
    let now = 0;
    const strict = await startSandbox({ rateLimit: 30, now: () => now });
    const post = async (path: string): Promise<number> => {
      const response = await fetch(strict.url + path, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${strict.account.sid}:${strict.token}`)}` },
        body: new URLSearchParams({ FriendlyName: 'R', Type: 'service', Permission: 'joinConversation' }),
      });
      return response.status;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 31; index += 1) statuses.push(await post('/v1/Roles'));
    expect(statuses).toEqual([...Array(30).fill(201), 429]);
    expect(await post(`/v1/Services/${strict.state().services[1]?.sid}/Roles`)).toBe(201);
    const configuration = `/v1/Services/${strict.state().defaultServiceSid}/Configuration`;
    expect([await post('/v1/Roles'), await post(configuration)]).toEqual([429, 200]);
    now = 1000;
    expect(await post('/v1/Roles')).toBe(201);
    await strict.close();
  });
});
