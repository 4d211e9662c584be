/** Twilio's own OpenAPI documents judge the client's requests and the sandbox's answers. */
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, products, typeFor } from '../../core/src/catalog';
import type { TwilioService } from '../../core/src/twilio/api';
import { type CallRecord, type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { collect, connectTo } from '../support/twilio';

const calls: CallRecord[] = [];
let sandbox: Sandbox;
const judges = new Map<Product, Awaited<ReturnType<typeof startJudge>>>();

beforeAll(async () => {
  sandbox = await startSandbox({ onCall: (call) => calls.push(call) });
  for (const product of products) judges.set(product, await startJudge(product, sandbox.url));
}, 60_000);

afterAll(async () => {
  for (const { server } of judges.values()) await server.close();
  await sandbox.close();
});

const originOf = (product: Product): string => judges.get(product)?.origin ?? '';

describe.each(products)('%s', (product) => {
  it('takes every request of the client and gives every answer by the document', async () => {
    calls.length = 0;
    const account = connectTo(sandbox, { sandbox: originOf(product) });
    const [first] = await collect(account.services(product));
    if (!first) throw new Error('The sandbox has no service.');
    for (const sid of product === 'chat' ? [first.sid] : [first.sid, 'default' as const]) {
      const service = await account.service(product, sid);
      if (!service) throw new Error('The service is missing.');
      await useEverything(service);
    }
    await account.close();
    expect([...new Set(calls.map(endpointOf))].sort()).toEqual(endpoints[product]);
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });

  it('is refused a wrong request by the judge, so the judge reads requests', async () => {
    const path = `/${product === 'chat' ? 'v2' : 'v1'}/Services/${sandbox.state().defaultServiceSid}/Roles`;
    const form = 'FriendlyName=X&Type=nothing&Permission=sendMessage';
    expect(await ask(originOf(product) + path, form)).toMatchObject({ status: 422 });
  });

  it('is refused a wrong answer by the judge, so the judge reads answers', async () => {
    const role = { sid: 'RL1', type: typeFor(product, 'service'), permissions: 'sendMessage' };
    const liar = createHttpServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(role));
    });
    await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
    const address = liar.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const judge = await startJudge(product, `http://127.0.0.1:${port}`);
    const path = `/${product === 'chat' ? 'v2' : 'v1'}/Services/IS${'1'.repeat(32)}/Roles/RL${'1'.repeat(32)}`;
    const { status, body } = await ask(judge.origin + path);
    expect(status).toBe(500);
    expect(body).toContain('permissions');
    expect(body).toContain('sid');
    await judge.server.close();
    liar.closeAllConnections();
    liar.close();
  });
});

async function ask(url: string, form?: string): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(url, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${btoa(`${sandbox.account.sid}:${sandbox.token}`)}`,
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form !== undefined && { body: form }),
  });
  return { status: response.status, body: await response.text() };
}

async function useEverything(service: TwilioService): Promise<void> {
  const scope = typeFor(service.product, 'conversation');
  const role = await service.createRole({
    friendlyName: 'Judged',
    type: scope,
    permissions: ['sendMessage', 'editOwnMessage'],
  });
  expect(role.permissions).toEqual(['sendMessage', 'editOwnMessage']);
  await service.updateRole(role.sid, ['sendMessage', 'deleteOwnMessage']);
  expect((await service.role(role.sid))?.permissions).toEqual(['sendMessage', 'deleteOwnMessage']);
  await collect(service.roles());

  const defaults = await service.defaults();
  expect(await service.updateDefaults({ ...defaults, participant: role.sid })).toEqual({
    ...defaults,
    participant: role.sid,
  });
  await service.updateDefaults(defaults);
  await service.deleteRole(role.sid);

  const user = await service.createUser(
    'judge/á&b@example.com',
    { friendlyName: 'Judge', attributes: '{"a":1}' },
    { webhooks: false },
  );
  await service.updateUser(user.sid, { friendlyName: 'J' }, { webhooks: true });
  expect((await service.user('judge/á&b@example.com'))?.friendlyName).toBe('J');
  expect((await collect(service.users())).length).toBeGreaterThan(50);
  await service.deleteUser(user.sid);
}

function endpointOf({ method, path }: CallRecord): string {
  return `${method} ${path.replace(/IS\w{32}/, '{IS}').replace(/(Roles|Users)\/.+/, '$1/{}')}`;
}

const things = (base: string): string[] =>
  ['Roles', 'Users'].flatMap((name) => [
    `DELETE ${base}/${name}/{}`,
    `GET ${base}/${name}`,
    `GET ${base}/${name}/{}`,
    `POST ${base}/${name}`,
    `POST ${base}/${name}/{}`,
  ]);

const endpoints: Readonly<Record<Product, readonly string[]>> = {
  conversations: [
    'GET /v1/Configuration',
    'GET /v1/Services',
    'GET /v1/Services/{IS}',
    'GET /v1/Services/{IS}/Configuration',
    'POST /v1/Services/{IS}/Configuration',
    ...things('/v1'),
    ...things('/v1/Services/{IS}'),
  ].sort(),
  chat: [
    'GET /v2/Services',
    'GET /v2/Services/{IS}',
    'POST /v2/Services/{IS}',
    ...things('/v2/Services/{IS}'),
  ].sort(),
};

interface OpenApi {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, Form> } }>>;
}

interface Form {
  schema: { properties: Record<string, { type?: string }> };
  encoding?: Record<string, { style: string; explode: boolean }>;
}

async function startJudge(product: Product, upstream: string) {
  const name = product === 'chat' ? 'twilio_chat_v2' : 'twilio_conversations_v1';
  const file = new URL(
    `../../node_modules/@twilio/cli-core/src/services/twilio-api/${name}.json`,
    import.meta.url,
  );
  const document = JSON.parse(await readFile(file, 'utf8')) as OpenApi;
  repeatLists(document);
  const logger = createLogger('judge', { level: 'silent' });
  const server = createServer(await getHttpOperationsFromSpec(document), {
    components: { logger },
    cors: false,
    config: {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
      mock: { dynamic: false },
    },
  });
  return { server, origin: await server.listen(0, '127.0.0.1') };
}

/** The documents don't say that a list in a form is a repeated field; without it one value would be read as no list. */
function repeatLists(document: OpenApi): void {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const form = operation.requestBody?.content['application/x-www-form-urlencoded'];
    if (!form) continue;
    const lists = Object.entries(form.schema.properties).filter(([, { type }]) => type === 'array');
    form.encoding = Object.fromEntries(lists.map(([name]) => [name, { style: 'form', explode: true }]));
  }
}
