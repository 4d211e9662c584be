import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate extends AsyncDisposable {
  readonly url: string;
  /** From now on answers so where the path matches; the sandbox answers the rest. */
  answer(path: RegExp, status: number, body: unknown): void;
  /** Refuses where the path matches, as Twilio does with a key that hasn't every right. */
  refuse(status: number, path: RegExp): void;
  /** Lets everything wait where the path matches, until it is told otherwise. */
  hold(path: RegExp): void;
  /** Lets everything through, as at first. */
  open(): void;
}

/** A port in front of a sandbox, which may keep back what is asked for or answer in its place. */
export async function startGate(sandbox: { readonly url: string }): Promise<Gate> {
  type Handler = (message: IncomingMessage, response: ServerResponse) => void;
  const pass: Handler = (message, response) => {
    const { url = '', method, headers } = message;
    const passed = request(new URL(url, sandbox.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    message.pipe(passed);
  };
  let special: { readonly path: RegExp; readonly handle: Handler } | undefined;
  let held: Parameters<Handler>[] = [];
  const receive: Handler = (message, response) => {
    const { pathname } = new URL(message.url ?? '', sandbox.url);
    const handle = special?.path.test(pathname) ? special.handle : pass;
    handle(message, response);
  };
  const now = (next: typeof special) => {
    special = next;
    const waiting = held;
    held = [];
    for (const request of waiting) receive(...request);
  };
  const server = createServer(receive);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gate: Gate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (path, status, body) =>
      now({
        path,
        handle: (_, response) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        },
      }),
    refuse: (status, path) =>
      gate.answer(path, status, { code: 20_000 + status, message: 'Refused by the gate', status }),
    hold: (path) => now({ path, handle: (...request) => held.push(request) }),
    open: () => now(undefined),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
  return gate;
}
