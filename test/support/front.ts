/** What stands for Twilio's own hosts in a test: a port in front of a sandbox, with TLS by an authority that nobody knows. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls';
import { generate } from 'selfsigned';
import type { Sandbox } from '../../server/src/sandbox/sandbox';

export const twilioHost = 'conversations.twilio.com';

export interface Front extends AsyncDisposable {
  readonly port: number;
  /** How many connections were made to it, those that have ended included. */
  opened(): number;
  /** Resolves when each of them has. */
  allEnded(): Promise<unknown>;
}

/** A certificate for Twilio's host and this machine, and the authority that vouches for it. */
export async function issueCertificate() {
  const settings = { keyType: 'ec', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'An authority of a test' }], {
    ...settings,
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });
  const { private: key, cert } = await generate([{ name: 'commonName', value: twilioHost }], {
    ...settings,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: twilioHost },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  return { authority: authority.cert, tls: { key, cert } };
}

/** Passes on to the sandbox what comes to a port of its own, by TLS where it is given a certificate. */
export async function startFront(sandbox: Pick<Sandbox, 'url'>, tls?: SecureContextOptions): Promise<Front> {
  const sockets: Socket[] = [];
  const ended: Promise<unknown>[] = [];
  const pass = (socket: Socket): void => {
    sockets.push(socket);
    ended.push(new Promise((resolve) => socket.once('close', resolve)));
    const upstream = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
    socket.pipe(upstream).pipe(socket);
  };
  const server = tls ? createTlsServer(tls, pass) : createServer(pass);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    opened: () => sockets.length,
    allEnded: () => Promise.all(ended),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
