import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import type { Product } from '../catalog';
import type { LiveService } from '../plan/model';
import { isSid, type ServiceSid, shortSid } from '../sid';
import type { TwilioAccount } from './api';
import { createAuthorization } from './authorization';
import { type Clock, systemClock } from './clock';
import { decodeService, fieldsOf } from './decode';
import { dialects } from './dialect';
import { createDispatchers } from './dispatcher';
import { TwilioError } from './error';
import { createExchange } from './exchange';
import { createHosts } from './host';
import { type Reader, readAll } from './list';
import type { ConnectOptions } from './options';
import { createRateLimit, type RateLimit } from './rate-limit';
import { createRequester } from './request';
import { createService } from './service';
import { createSharing } from './share';

/** What a test may put in the place of the machine's own. */
export interface ConnectParts {
  readonly clock?: Clock;
  /** Instead of connections of our own. */
  readonly dispatcher?: Dispatcher;
  /** Resolves host names. */
  readonly lookup?: LookupFunction;
  /** Instead of Twilio's limit of writes a second. */
  readonly rateLimit?: RateLimit;
}

/**
 * Speaks for an account. Nothing is sent before the first call, so wrong credentials show there, and so does a proxy's
 * address that can't be understood. Throws a `TwilioError` of kind `configuration` for other options that can't be meant.
 */
export function connect(options: ConnectOptions, parts: ConnectParts = {}): TwilioAccount {
  const { accountSid } = options;
  const { clock = systemClock, dispatcher } = parts;
  const hosts = createHosts(options);
  const dispatchers = dispatcher
    ? { for: async () => dispatcher, destroy: () => dispatcher.destroy() }
    : createDispatchers(options, parts.lookup);
  const exchange = createExchange(dispatchers);
  const request = createRequester(
    {
      hosts,
      authorize: createAuthorization(options, hosts),
      exchange,
      rateLimit: parts.rateLimit ?? createRateLimit(clock),
      clock,
    },
    options,
  );
  const sharing = createSharing();
  const readerOf = (product: Product): Reader => ({ product, hosts, request, sharing });

  /** The account's default conversation service; only Conversations says which it is. */
  const defaultSid = (signal?: AbortSignal): Promise<ServiceSid | undefined> =>
    request(
      {
        method: 'GET',
        product: 'conversations',
        path: '/v1/Configuration',
        subject: 'find the default service of the account',
        repeatability: 'read',
        decode: (body) => {
          const sid = fieldsOf(body).default_chat_service_sid;
          return typeof sid === 'string' && isSid(sid, 'IS') ? sid : undefined;
        },
      },
      signal,
    );

  const fetchService = async (
    product: Product,
    sid: ServiceSid,
    main: ServiceSid | undefined,
    signal?: AbortSignal,
  ): Promise<LiveService | undefined> => {
    try {
      return await request(
        {
          method: 'GET',
          product,
          path: `${dialects[product].services}/${sid}`,
          subject: `read service ${shortSid(sid)}`,
          repeatability: 'read',
          decode: (body) => decodeService(body, main),
        },
        signal,
      );
    } catch (error) {
      if (error instanceof TwilioError && error.kind === 'not-found') return undefined;
      throw error;
    }
  };

  return {
    sid: accountSid,
    region: options.sandbox === undefined ? (options.region ?? 'us1') : undefined,
    async *services(product, { signal } = {}) {
      const main = product === 'conversations' ? await defaultSid(signal) : undefined;
      const { services, pageSize } = dialects[product];
      yield* readAll(
        readerOf(product),
        {
          path: `${services}?PageSize=${pageSize.services}`,
          key: 'services',
          subject: 'list the services of the account',
          decode: (body) => decodeService(body, main),
        },
        signal,
      );
    },
    service: async (product, sid, { signal } = {}) => {
      const asksDefault = sid === 'default';
      const main = asksDefault || product === 'conversations' ? await defaultSid(signal) : undefined;
      const wanted = asksDefault ? main : sid;
      if (wanted === undefined) return undefined;
      const conversations = product === 'conversations';
      const service = await fetchService(product, wanted, conversations ? main : undefined, signal);
      return service && createService(readerOf(product), accountSid, service, asksDefault && conversations);
    },
    close: exchange.close,
  };
}
