/** Answers that begin and don't end. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import { signIn } from '../support/mock-twilio';
import { collect, createFakeClock } from '../support/twilio';

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
  const account = open(half);
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
