/** One client doing one job on a sandbox, in a process of its own: prints what it took as a line of JSON. */
import { Agent } from 'undici';
import { isSid } from '../../core/src/sid';
import { connect } from '../../core/src/twilio/connect';
import type { TwilioContender, TwilioJob } from './twilio';

type Job = (count: number) => Promise<number>;

const [name = '', job = '', url = '', accountSid = '', token = '', count = '0'] = process.argv.slice(2);
const permissions = (index: number): string[] =>
  index % 2 === 0 ? ['sendMessage', 'leaveConversation'] : ['sendMessage'];

function ours(): Record<TwilioJob, Job> {
  if (!isSid(accountSid, 'AC')) throw new Error('No account SID was given.');
  const options = { accountSid, credentials: { authToken: token }, sandbox: url };
  const account = connect(options, { rateLimit: async () => {} });
  const open = async () => {
    const service = await account.service('conversations', 'default');
    if (!service) throw new Error('The sandbox has no default service.');
    return service;
  };
  return {
    first: async () => {
      for await (const service of account.services('chat')) return service.sid.length;
      return 0;
    },
    list: async () => {
      let seen = 0;
      for await (const user of (await open()).users()) seen += user.identity === '' ? 0 : 1;
      return seen;
    },
    update: async (count) => {
      const service = await open();
      const role = await service.createRole({
        friendlyName: 'B',
        type: 'conversation',
        permissions: ['sendMessage'],
      });
      for (let index = 0; index < count; index += 1) await service.updateRole(role.sid, permissions(index));
      return count;
    },
  };
}

async function official(): Promise<Record<TwilioJob, Job>> {
  const { default: twilio } = await import('twilio');
  // Its own way of keeping connections, and the host of the sandbox.
  const httpClient = new twilio.RequestClient({ keepAlive: true });
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) => {
    const { pathname, search } = new URL(options.uri);
    return request({ ...options, uri: url + pathname + search });
  };
  const client = twilio(accountSid, token, { httpClient });
  return {
    first: async () => (await client.chat.v2.services.list({ limit: 1 })).length,
    list: async () => {
      let seen = 0;
      await new Promise<void>((resolve, reject) => {
        client.conversations.v1.users.each({
          pageSize: 50,
          callback: (user) => {
            seen += user.identity === '' ? 0 : 1;
          },
          done: (error?: Error) => (error ? reject(error) : resolve()),
        });
      });
      return seen;
    },
    update: async (count) => {
      const { roles } = client.conversations.v1;
      const role = await roles.create({
        friendlyName: 'B',
        type: 'conversation',
        permission: ['sendMessage'],
      });
      for (let index = 0; index < count; index += 1)
        await roles(role.sid).update({ permission: permissions(index) });
      return count;
    },
  };
}

/** The least that can be done: requests and `JSON.parse`. */
function bare(): Record<TwilioJob, Job> {
  const agent = new Agent();
  const headers = { authorization: `Basic ${btoa(`${accountSid}:${token}`)}` };
  const get = async (path: string) => {
    const { body } = await agent.request({ origin: url, path, method: 'GET', headers });
    return JSON.parse(await body.text());
  };
  const post = async (path: string, form: string) => {
    const { body } = await agent.request({
      origin: url,
      path,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    });
    return JSON.parse(await body.text());
  };
  return {
    first: async () => (await get('/v2/Services')).services.length,
    list: async () => {
      let seen = 0;
      for (let path: string | null = '/v1/Users?PageSize=50'; path !== null; ) {
        const { users, meta } = await get(path);
        for (const user of users) seen += user.identity === '' ? 0 : 1;
        path = meta.next_page_url?.slice(url.length) ?? null;
      }
      return seen;
    },
    update: async (count) => {
      const { sid } = await post('/v1/Roles', 'FriendlyName=B&Type=conversation&Permission=sendMessage');
      for (let index = 0; index < count; index += 1) {
        await post(
          `/v1/Roles/${sid}`,
          permissions(index)
            .map((permission) => `Permission=${permission}`)
            .join('&'),
        );
      }
      return count;
    },
  };
}

const contenders: Record<TwilioContender, () => Record<TwilioJob, Job> | Promise<Record<TwilioJob, Job>>> = {
  ours,
  official,
  bare,
};

async function main(): Promise<void> {
  const jobs = await contenders[name as TwilioContender]();
  // The first request is timed from the start of the process: loading is what makes it cold.
  const started = job === 'first' ? 0 : performance.now();
  const done = await jobs[job as TwilioJob](Number(count));
  const ms = performance.now() - started;
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ done, ms, peak })}\n`, () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
