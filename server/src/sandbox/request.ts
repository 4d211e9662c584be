import type { Product } from '../../../core/src/catalog';
import { ApiError } from './api-error';
import type { Service, Store } from './store';

/** A request that passed authentication, as handlers see it. */
export interface ApiRequest {
  readonly store: Store;
  readonly product: Product;
  /** Whether the path named no service: Conversations' short URLs. */
  readonly short: boolean;
  /** Scheme, host and port that the client used; answers' URLs begin with it. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** The service's segment, where the path has one. */
  readonly serviceSid: string;
  /** The last segment, decoded, where the path names one thing. */
  readonly key: string;
}

export interface ApiAnswer {
  readonly status: number;
  /** Absent for 204. */
  readonly body?: unknown;
}

export type Handler = (request: ApiRequest) => ApiAnswer;

/** The service that a request is about. Chat answers a missing one with 403, Conversations with 404. */
export function serviceOf({ store, product, serviceSid }: ApiRequest): Service {
  const service = store.services.get(serviceSid);
  if (!service) {
    throw new ApiError(product === 'chat' ? 403 : 404, 50050, 'Service instance not found');
  }
  return service;
}

/** The URL of a service as this API writes it. */
export function serviceUrl({ product, short, origin }: ApiRequest, service: Service): string {
  if (short) return `${origin}/v1`;
  return `${origin}/${product === 'chat' ? 'v2' : 'v1'}/Services/${service.sid}`;
}
