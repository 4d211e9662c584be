import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Controls, createLocalTwilio, type LocalTwilioOptions } from './local-twilio';
import { createStateFile, readState } from './state-file';

export type { CallRecord } from './local-twilio';

export interface SandboxOptions extends LocalTwilioOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Where the sandbox is kept across runs. What is in it goes before `seed` and `users`. */
  readonly statePath?: string;
  /** How long a call waits that the fault `latency` befalls, in milliseconds. */
  readonly latency?: number;
}

/** A local Twilio that runs. */
export interface Sandbox extends Controls, AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const longestBody = 1024 * 1024;

/** Starts a sandbox on the loopback interface. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { statePath, latency = 750 } = options;
  const kept = statePath === undefined ? undefined : await readState(statePath);
  const twilio = createLocalTwilio(options, kept, () => file?.changed());
  const file = statePath === undefined ? undefined : createStateFile(statePath, twilio.state);

  let running = 0;
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    const body = await readBody(message);
    const { status, headers, text, fault } = twilio.answer({
      method: message.method ?? '',
      url: urlOf(message),
      headers: message.headers,
      form: body === undefined ? undefined : new URLSearchParams(body),
    });
    if (fault === 'reset' || fault === 'lost-answer') {
      message.socket.destroy();
      return;
    }
    if (fault === 'latency') await new Promise((resolve) => setTimeout(resolve, latency));
    response.writeHead(status, { ...headers, 'twilio-concurrent-requests': String(running) }).end(text);
  };

  const server = createServer((message, response) => {
    serve(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  file?.changed();
  const close = async (): Promise<void> => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await file?.flush();
  };
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    get account() {
      return twilio.account;
    },
    get token() {
      return twilio.token;
    },
    state: twilio.state,
    reset: twilio.reset,
    fail: twilio.fail,
    setFaults: twilio.setFaults,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Answers name the host that was asked, where it is this machine: behind a forwarded port, too, pages link right. */
function urlOf(message: IncomingMessage): URL {
  const host = message.headers.host ?? '';
  const known = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return new URL(message.url ?? '/', `http://${known ? host : `127.0.0.1:${message.socket.localPort}`}`);
}

/** `undefined` where it is longer than Twilio would take. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
  }
  return length > longestBody ? undefined : Buffer.concat(chunks).toString();
}
