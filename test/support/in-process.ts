import { Dispatcher } from 'undici';
import {
  createLocalTwilio,
  type LocalTwilio,
  type LocalTwilioOptions,
} from '../../server/src/sandbox/local-twilio';
import type { Sandbox } from '../../server/src/sandbox/sandbox';

/**
 * A sandbox without sockets. Calls that are under way at once are answered in the order that they were made in, so the
 * same case makes the same calls, whatever the machine is busy with.
 */
export function sandboxInProcess(options: LocalTwilioOptions): { sandbox: Sandbox; dispatcher: Dispatcher } {
  const twilio = createLocalTwilio(options);
  const close = async (): Promise<void> => {};
  const sandbox = Object.assign(twilio, {
    // Nobody listens there.
    url: 'http://127.0.0.1:9',
    close,
    [Symbol.asyncDispose]: close,
  });
  return { sandbox, dispatcher: new InProcess(twilio) };
}

class InProcess extends Dispatcher {
  readonly #twilio: LocalTwilio;

  constructor(twilio: LocalTwilio) {
    super();
    this.#twilio = twilio;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const control = controller();
    handler.onRequestStart?.(control, undefined);
    setImmediate(() => {
      const { status, headers, text, fault } = this.#twilio.answer({
        method: options.method,
        url: new URL(options.path, String(options.origin)),
        headers: Object(options.headers),
        form: new URLSearchParams(String(options.body ?? '')),
      });
      if (fault === 'reset' || fault === 'lost-answer') {
        const reason = Object.assign(new Error('The other side closed.'), { code: 'UND_ERR_SOCKET' });
        handler.onResponseError?.(control, reason);
        return;
      }
      handler.onResponseStart?.(control, status, headers);
      handler.onResponseData?.(control, Buffer.from(text));
      handler.onResponseEnd?.(control, {});
    });
    return true;
  }

  override async destroy(): Promise<void> {}
}

/** What has been sent can't be taken back here. */
function controller(): Dispatcher.DispatchController {
  const nothing = (): void => {};
  return { aborted: false, paused: false, reason: null, abort: nothing, pause: nothing, resume: nothing };
}
