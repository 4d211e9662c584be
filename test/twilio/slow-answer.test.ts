/** Answers that begin and don't end, and calls that are cancelled on their way. */
import { getEventListeners, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import { startSandbox } from '../../server/src/sandbox/sandbox';
import { signIn } from '../support/mock-twilio';
import { collect, connectTo, createFakeClock } from '../support/twilio';

/** Sends the head and half the body of every answer; `onHalf` is told. */
async function startHalf(onHalf: (response: ServerResponse) => void = () => {}) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"meta":', () => onHalf(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    sandbox: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const open = (options: Partial<ConnectOptions>, now = () => 0) =>
  connect({ ...signIn, ...options }, { clock: { ...createFakeClock(), now } });

it('is cut off at once when it is cancelled in the middle of the body, its connection too', async () => {
  const cancel = new AbortController();
  let ended: Promise<unknown> = Promise.reject(new Error('Nobody asked.'));
  ended.catch(() => {});
  await using half = await startHalf((response) => {
    ended = once(response, 'close');
    cancel.abort(new Error('enough'));
  });
  // No time-out ends the connection in its place.
  const account = open({ ...half, timeout: 600_000 });
  await expect(collect(account.services('chat', { signal: cancel.signal }))).rejects.toThrow('enough');
  await ended;
});

it('is given up when its body stops coming', async () => {
  await using half = await startHalf();
  let minutes = 0;
  // A minute by the clock is over with the first try.
  const now = () => {
    minutes += 1;
    return minutes * 61_000;
  };
  const account = open({ sandbox: half.sandbox, timeout: 1 }, now);
  await expect(collect(account.services('chat'))).rejects.toMatchObject({
    kind: 'offline',
    maybeDone: true,
    message: expect.stringContaining('(UND_ERR_BODY_TIMEOUT)'),
  });
  await account.close();
});

it('is never begun where it was cancelled before', async () => {
  await using half = await startHalf(() => expect.fail('It was asked for.'));
  const account = open(half);
  const signal = AbortSignal.abort(new Error('never mind'));
  await expect(collect(account.services('chat', { signal }))).rejects.toThrow('never mind');
});

it('is given up where it is longer than any page of Twilio can be', async () => {
  const server = createServer((_, response) => {
    response.end(Buffer.alloc(9 * 1024 * 1024, ' '));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const account = open({ sandbox: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  await expect(collect(account.services('chat'))).rejects.toMatchObject({
    kind: 'unreadable',
    message: expect.stringContaining("is longer than any of Twilio's. Check that no proxy"),
  });
  await account.close();
  server.close();
});

describe('a call', () => {
  it('is never sent where it was cancelled in the queue', async () => {
    const asked: string[] = [];
    await using sandbox = await startSandbox({ latency: 20, onCall: ({ path }) => asked.push(path) });
    const service = await connectTo(sandbox).service('conversations', 'default');
    if (!service) throw new Error('The default service is missing.');
    sandbox.fail({ kind: 'latency', times: 8 });
    const busy = Promise.all(Array.from({ length: 8 }, (_, n) => service.user(`busy ${n}`)));
    const cancel = new AbortController();
    const queued = service.user('queued', { signal: cancel.signal });
    setImmediate(() => cancel.abort(new Error('never mind')));
    await expect(queued).rejects.toThrow('never mind');
    await busy;
    await service.user('last');
    expect(asked.filter((path) => path.endsWith('/queued'))).toEqual([]);
    expect(asked.at(-1)).toMatch(/\/last$/);
  });

  it('leaves nothing behind on the signal that could have cancelled it', async () => {
    await using sandbox = await startSandbox();
    const account = connectTo(sandbox);
    const { signal } = new AbortController();
    const service = await account.service('conversations', 'default', { signal });
    for (let call = 0; call < 20; call += 1) await service?.user(`nobody ${call}`, { signal });
    if (service) await collect(service.users({ signal }));
    sandbox.fail({ kind: 'reset' });
    await service?.user('faq-bot', { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await account.close();
  });
});
