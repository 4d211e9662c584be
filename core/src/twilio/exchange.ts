import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { IncomingHttpHeaders } from 'undici/types/header';

/** An answer as it came, its body whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request and reads the answer whole. Rejects with the signal's reason, or with what befell the connection. */
export async function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal?: AbortSignal,
): Promise<Answer> {
  const answer = await receive(dispatcher, options, signal);
  // Undici keeps a connection to itself until the turn after its answer: who asks before then opens another one.
  await nextTurn();
  return answer;
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
