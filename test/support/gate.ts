import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate extends AsyncDisposable {
  readonly url: string;
  /** From now on answers with this status where the path matches; the sandbox answers the rest. */
  refuse(status: number, path: RegExp): void;
  /** Lets everything through, as at first. */
  open(): void;
}

/** A port in front of a sandbox that can refuse, as Twilio does with a key that hasn't every right. */
export async function startGate(sandbox: { readonly url: string }): Promise<Gate> {
  let refusal: { readonly status: number; readonly path: RegExp } | undefined;
  const server = createServer((message, response) => {
    const { url = '', method, headers } = message;
    if (refusal?.path.test(new URL(url, sandbox.url).pathname)) {
      const { status } = refusal;
      const body = { code: 20_000 + status, message: 'Refused by the gate', status };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    const passed = request(new URL(url, sandbox.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    message.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse(status, path) {
      refusal = { status, path };
    },
    open() {
      refusal = undefined;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
