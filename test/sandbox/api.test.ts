/** The sandbox as Twilio's pages and OpenAPI say, asked with nothing but `fetch`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../core/src/catalog';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
  sandbox = await startSandbox({ users: 60 });
  base = `/v1/Services/${sandbox.state().defaultServiceSid}`;
});
afterAll(() => sandbox.close());

type Form = readonly (readonly [string, string])[];

async function call(method: string, path: string, form?: Form, headers: Record<string, string> = {}) {
  const { sid, token } = sandbox.account;
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Basic ${btoa(`${sid}:${token}`)}`, ...headers },
    ...(form && { body: new URLSearchParams(form.map(([name, value]) => [name, value])) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const roleForm = (fields: Readonly<Record<string, string>> = {}): Form =>
  Object.entries({ FriendlyName: 'R', Type: 'service', Permission: 'joinConversation', ...fields }).filter(
    ([, value]) => value !== '',
  );

const role = (name: string) =>
  sandbox.state().services[0]?.roles.find(({ friendlyName }) => friendlyName === name)?.sid ?? '';

describe('refusals', () => {
  it.each<[string, string, string, Form | undefined, number, number]>([
    ['a wrong page size', 'GET', '/Users?PageSize=51', undefined, 400, 20007],
    ['a page size of nothing', 'GET', '/Users?PageSize=0', undefined, 400, 20001],
    ['a made-up page token', 'GET', '/Users?PageToken=1', undefined, 400, 20001],
    ['an unknown path', 'GET', '/Nothing', undefined, 404, 20404],
    ['an unknown method', 'PUT', '/Roles', undefined, 405, 20004],
    ['a missing role', 'GET', `/Roles/RL${'0'.repeat(32)}`, undefined, 404, 50100],
    ['a missing user', 'GET', '/Users/nobody', undefined, 404, 50200],
    ['an identity in another case', 'GET', '/Users/FAQ-bot', undefined, 404, 50200],
    ['a role without a name', 'POST', '/Roles', roleForm({ FriendlyName: '' }), 400, 20001],
    ['a role with a long name', 'POST', '/Roles', roleForm({ FriendlyName: 'x'.repeat(65) }), 400, 50003],
    ['a role without a type', 'POST', '/Roles', roleForm({ Type: '' }), 400, 20001],
    ["a type of Chat's", 'POST', '/Roles', roleForm({ Type: 'channel' }), 400, 50105],
    ['a role without permissions', 'POST', '/Roles', roleForm({ Permission: '' }), 400, 20001],
    ['a misspelt permission', 'POST', '/Roles', roleForm({ Permission: 'sendMesage' }), 400, 50104],
    ['a permission of the other type', 'POST', '/Roles', roleForm({ Permission: 'sendMessage' }), 400, 50104],
    ["a permission of Chat's", 'POST', '/Roles', roleForm({ Permission: 'joinChannel' }), 400, 50104],
    ['a user without an identity', 'POST', '/Users', [], 400, 50204],
    ['a long identity', 'POST', '/Users', [['Identity', 'x'.repeat(257)]], 400, 50207],
    ['an identity like a SID', 'POST', '/Users', [['Identity', `US${'0'.repeat(32)}`]], 400, 50206],
    ['a user twice', 'POST', '/Users', [['Identity', 'faq-bot']], 409, 50201],
    ['attributes that are no JSON', 'POST', '/Users/faq-bot', [['Attributes', '{']], 400, 50304],
    ['attributes that are no object', 'POST', '/Users/faq-bot', [['Attributes', '[]']], 400, 50304],
    [
      'long attributes',
      'POST',
      '/Users/faq-bot',
      [['Attributes', `{"a":"${'x'.repeat(16_384)}"}`]],
      400,
      50303,
    ],
    ['a role SID that is none', 'POST', '/Users/faq-bot', [['RoleSid', 'Agent']], 400, 20001],
    [
      'a default that is missing',
      'POST',
      '/Configuration',
      [['DefaultChatServiceRoleSid', 'RL']],
      400,
      50102,
    ],
  ])('%s', async (_, method, path, form, status, code) => {
    const answer = await call(method, base + path, form);
    expect(answer).toMatchObject({
      status,
      body: {
        status,
        code,
        message: expect.any(String),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
      },
    });
    expect(answer.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
  });

  it('a conversation role for a user, or a service role as a default of participants', async () => {
    expect(await call('POST', `${base}/Users/faq-bot`, [['RoleSid', role('Customer')]])).toMatchObject({
      status: 400,
      body: { code: 50102 },
    });
    expect(
      await call('POST', `${base}/Configuration`, [['DefaultConversationRoleSid', role('Agent')]]),
    ).toMatchObject({ status: 400, body: { code: 50101 } });
  });

  it('deleting a default role, or one that users have', async () => {
    expect(await call('DELETE', `${base}/Roles/${role('Guest')}`)).toMatchObject({
      status: 403,
      body: { code: 20403 },
    });
    expect(await call('DELETE', `${base}/Roles/${role('Agent')}`)).toMatchObject({
      status: 403,
      body: { code: 20403 },
    });
    expect(await call('DELETE', `${base}/Roles/${role('channel user')}`)).toMatchObject({ status: 204 });
  });

  it('a missing service, by each product’s own status', async () => {
    expect(await call('GET', '/v1/Services/IS0/Roles')).toMatchObject({ status: 404, body: { code: 50050 } });
    expect(await call('GET', '/v2/Services/IS0/Roles')).toMatchObject({ status: 403, body: { code: 50050 } });
  });

  it('whoever has no key, with 401 and 20003', async () => {
    expect(await call('GET', '/v1/Roles', undefined, { authorization: '' })).toMatchObject({
      status: 401,
      body: { code: 20003 },
    });
    const { apiKey, apiSecret } = sandbox.account;
    const authorization = `Basic ${btoa(`${apiKey}:${apiSecret}`)}`;
    expect(await call('GET', '/v1/Roles', undefined, { authorization })).toMatchObject({ status: 200 });
  });

  it('a body over a megabyte', async () => {
    expect(await call('POST', `${base}/Users`, [['Attributes', 'x'.repeat(1_100_000)]])).toMatchObject({
      status: 413,
    });
  });
});

describe('lists', () => {
  it.each<[string, number]>([
    ['/v1/Roles', 50],
    ['/v1/Users', 50],
    ['/v1/Services', 100],
    ['/v2/Services', 100],
    ['/v2/Services/{IS}/Roles', 100],
    ['/v2/Services/{IS}/Users', 100],
  ])('of %s have pages of %i at most', async (path, most) => {
    const url = path.replace('{IS}', sandbox.state().defaultServiceSid);
    expect(await call('GET', `${url}?PageSize=${most}`)).toMatchObject({
      status: 200,
      body: { meta: { page_size: most } },
    });
    expect(await call('GET', `${url}?PageSize=${most + 1}`)).toMatchObject({
      status: 400,
      body: { code: 20007 },
    });
  });

  it('link their pages forth and back, in absolute URLs', async () => {
    const links: (string | null)[] = [];
    const identities: string[] = [];
    let url: string | null = `${sandbox.url}${base}/Users?PageSize=40`;
    for (; url !== null; url = links.at(-1) ?? null) {
      const { body } = await call('GET', url.slice(sandbox.url.length));
      identities.push(...body.users.map(({ identity }: { identity: string }) => identity));
      links.push(body.meta.next_page_url);
    }
    expect(new Set(identities).size).toBe(148);
    expect(links.map((link) => link?.replace(/PT\w+/, 'PT…') ?? null)).toEqual([
      `${sandbox.url}${base}/Users?PageSize=40&Page=1&PageToken=PT…`,
      `${sandbox.url}${base}/Users?PageSize=40&Page=2&PageToken=PT…`,
      `${sandbox.url}${base}/Users?PageSize=40&Page=3&PageToken=PT…`,
      null,
    ]);
    const last = await call('GET', (links[2] ?? '').slice(sandbox.url.length));
    expect(last.body.meta).toMatchObject({
      page: 3,
      page_size: 40,
      previous_page_url: links[1],
      url: links[2],
      key: 'users',
    });
  });

  it('lose and repeat nobody when someone is deleted between pages', async () => {
    const first = await call('GET', `${base}/Users?PageSize=50`);
    await call('DELETE', `${base}/Users/${first.body.users[0].sid}`);
    const second = await call('GET', first.body.meta.next_page_url.slice(sandbox.url.length));
    expect(second.body.users[0].identity).toBe(sandbox.state().services[0]?.users[49]?.identity);
  });

  it('name the host that was asked only where it is this machine', async () => {
    const port = new URL(sandbox.url).port;
    const near = await call('GET', '/v1/Roles', undefined, { host: `localhost:${port}` });
    expect(near.body.meta.url).toMatch(/^http:\/\/(localhost|127\.0\.0\.1):\d+\//);
  });
});

describe('writes', () => {
  it('keep each permission once, and refuse one that Twilio may not have', async () => {
    const twice = await call('POST', `${base}/Roles`, [...roleForm(), ['Permission', 'joinConversation']]);
    expect(twice.body.permissions).toEqual(['joinConversation']);
    const known = [...permissionsOf('conversation').values()];
    const doubtful = known.filter(({ status }) => status === 'doubtful');
    expect(doubtful).not.toEqual([]);
    for (const { permission } of doubtful) {
      const form = roleForm({ Type: 'conversation', Permission: permission });
      expect(await call('POST', `${base}/Roles`, form)).toMatchObject({
        status: 400,
        body: { code: 50104 },
      });
    }
  });

  it('of a user leave the identity free for another once that one is deleted', async () => {
    const { sid } = (await call('POST', `${base}/Users`, [['Identity', 'come-and-gone']])).body;
    await call('DELETE', `${base}/Users/come-and-gone`);
    expect(await call('GET', `${base}/Users/come-and-gone`)).toMatchObject({ status: 404 });
    const again = await call('POST', `${base}/Users`, [['Identity', 'come-and-gone']]);
    expect(again.status).toBe(201);
    expect(again.body.sid).not.toBe(sid);
  });

  it('take true or false for webhooks, and nothing else', async () => {
    const headers = { 'x-twilio-webhook-enabled': 'yes' };
    expect(await call('POST', `${base}/Users/faq-bot`, [['FriendlyName', 'F']], headers)).toMatchObject({
      status: 400,
      body: { code: 20001 },
    });
  });

  it('replace the whole set of permissions and nothing else', async () => {
    const created = await call('POST', `${base}/Roles`, [
      ...roleForm(),
      ['Permission', 'createConversation'],
    ]);
    expect(created.body.permissions).toEqual(['joinConversation', 'createConversation']);
    const updated = await call('POST', `${base}/Roles/${created.body.sid}`, [
      ['Permission', 'editOwnUserInfo'],
      ['FriendlyName', 'Other'],
    ]);
    expect(updated.body).toMatchObject({ permissions: ['editOwnUserInfo'], friendly_name: 'R' });
    expect(updated.body.date_updated > created.body.date_updated).toBe(true);
  });

  it('of a default reach later users alone', async () => {
    const { sid } = (await call('POST', `${base}/Users`, [['Identity', 'before']])).body;
    await call('POST', `${base}/Configuration`, [['DefaultChatServiceRoleSid', role('Agent')]]);
    expect((await call('GET', `${base}/Users/${sid}`)).body.role_sid).toBe(role('Guest'));
    const after = await call('POST', `${base}/Users`, [['Identity', 'after']]);
    expect(after.body.role_sid).toBe(role('Agent'));
  });
});

describe('the same seed', () => {
  it('gives the same answers, and another seed others', async () => {
    const answers: unknown[] = [];
    for (const randomSeed of [3, 3, 4]) {
      const one = await startSandbox({ randomSeed, faults: { '500': 0.5 } });
      const outcomes: number[] = [];
      for (let index = 0; index < 20; index += 1) {
        const response = await fetch(`${one.url}/v1/Roles`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(`${one.account.sid}:${one.token}`)}` },
          body: new URLSearchParams(roleForm().map(([name, value]) => [name, value])),
        });
        outcomes.push(response.status);
      }
      answers.push({ outcomes, state: one.state() });
      await one.close();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).not.toEqual(answers[0]);
  });
});
