/** Connections that nobody completes: a time-out ends each, and a cancel at once. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import { signIn } from '../support/mock-twilio';
import { startProxy } from '../support/proxy';
import { collect, createFakeClock } from '../support/twilio';

/** Accepts every connection and says nothing; `onConnection` is told once it was asked for something. */
async function startSilent(onConnection: () => void = () => {}) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {}).once('data', onConnection);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A minute by the clock is over with the first try. */
function onlyOneTry() {
  let minutes = 0;
  const now = () => {
    minutes += 1;
    return minutes * 61_000;
  };
  return { clock: { ...createFakeClock(), now } };
}

const throughProxy = (url: string, timeout: number): ConnectOptions => ({
  ...signIn,
  proxy: { url },
  timeout,
});

it('is given up where a proxy takes the connection and doesn’t answer', async () => {
  await using silent = await startSilent();
  const account = connect(throughProxy(`http://127.0.0.1:${silent.port}`, 1), onlyOneTry());
  await expect(collect(account.services('chat'))).rejects.toMatchObject({
    kind: 'offline',
    message: expect.stringContaining('(UND_ERR_HEADERS_TIMEOUT)'),
  });
  await account.close();
});

it('is given up where nobody answers for Twilio', async () => {
  await using silent = await startSilent();
  using proxy = await startProxy(createHttpServer(), silent.port);
  const account = connect(throughProxy(proxy.url, 50), onlyOneTry());
  await expect(collect(account.services('chat'))).rejects.toMatchObject({
    kind: 'offline',
    maybeDone: false,
    message: expect.stringContaining('(UND_ERR_CONNECT_TIMEOUT)'),
  });
  await account.close();
});

it('is ended at once where it is cancelled while it is being opened', async () => {
  const cancel = new AbortController();
  await using silent = await startSilent(() => cancel.abort(new Error('enough')));
  const account = connect(throughProxy(`http://127.0.0.1:${silent.port}`, 600_000), onlyOneTry());
  await expect(collect(account.services('chat', { signal: cancel.signal }))).rejects.toThrow('enough');
  await account.close();
});
