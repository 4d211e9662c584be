import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { IncomingHttpHeaders } from 'undici/types/header';
import type { Dispatchers } from './dispatcher';

/** An answer as it came, its body whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Exchange {
  /** Sends a request and reads the answer whole. Rejects with the signal's reason, or with what befell the connection. */
  send(
    url: URL,
    options: Omit<Dispatcher.DispatchOptions, 'origin' | 'path'>,
    signal?: AbortSignal,
  ): Promise<Answer>;
  /** Lets requests that are under way end, and then ends all connections. */
  close(): Promise<void>;
}

export function createExchange(dispatchers: Dispatchers): Exchange {
  const running = new Set<Promise<Answer>>();
  const sendNow: Exchange['send'] = async (url, options, signal) => {
    const sent = { ...options, origin: url.origin, path: url.pathname + url.search };
    const answer = await receive(await dispatchers.for(url), sent, signal);
    // Undici keeps a connection to itself until the turn after its answer: who asks before then opens another one.
    await nextTurn();
    return answer;
  };
  return {
    send: async (...request) => {
      const sent = sendNow(...request);
      running.add(sent);
      try {
        return await sent;
      } finally {
        running.delete(sent);
      }
    },
    close: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      // Not closed: undici would wait for connections that are still being opened for who has cancelled long ago.
      await dispatchers.destroy();
    },
  };
}

/** By undici's handlers: answers are small, and a stream of each would cost more than all the rest of a call. */
function receive(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let abort = (_reason: Error): void => {};
    const cancel = (): void => {
      reject(signal?.reason);
      abort(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const end = (): void => signal?.removeEventListener('abort', cancel);
    dispatcher.dispatch(options, {
      onRequestStart: (controller) => {
        abort = (reason) => controller.abort(reason);
        if (signal?.aborted) abort(signal.reason);
      },
      onResponseStart: (_, statusCode, received) => {
        status = statusCode;
        headers = received;
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        end();
        resolve({ status, headers, text: Buffer.concat(chunks).toString() });
      },
      onResponseError: (_, error) => {
        end();
        reject(error);
      },
    });
  });
}
