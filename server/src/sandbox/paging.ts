import { ApiError, invalidParameter } from './api-error';
import type { Collection } from './collection';
import type { ApiAnswer, ApiRequest } from './request';

/** One page of a collection with Twilio's `meta`. `maximum` is the API's own limit of PageSize. */
export function page<T extends { readonly sid: string; readonly sequence: number }>(
  request: ApiRequest,
  collection: Collection<T>,
  key: string,
  maximum: number,
  represent: (entity: T) => unknown,
): ApiAnswer {
  const pageSize = whole(request, 'PageSize', 50);
  if (pageSize < 1) throw invalidParameter('PageSize');
  if (pageSize > maximum) {
    throw new ApiError(400, 20007, `Page size must be less than or equal to ${maximum}`);
  }
  const number = whole(request, 'Page', 0);
  const token = request.query.get('PageToken');
  const start = token === null ? 0 : sequenceOf(token);
  const items = collection.after(start, pageSize + 1);
  const shown = items.slice(0, pageSize);

  const url = (at: number, sequence: number): string => {
    const query = new URLSearchParams({ PageSize: String(pageSize), Page: String(at) });
    if (sequence > 0) query.set('PageToken', tokenOf(sequence));
    return `${request.origin}${request.path}?${query}`;
  };
  const last = shown.at(-1);
  return {
    status: 200,
    body: {
      meta: {
        page: number,
        page_size: pageSize,
        first_page_url: url(0, 0),
        previous_page_url: number > 0 ? url(number - 1, collection.back(start, pageSize)) : null,
        url: url(number, start),
        next_page_url: last && items.length > pageSize ? url(number + 1, last.sequence) : null,
        key,
      },
      [key]: shown.map(represent),
    },
  };
}

/** Tokens are opaque to clients, as Twilio's are. */
const tokenOf = (sequence: number): string => `PT${sequence.toString(16).padStart(32, '0')}`;

function sequenceOf(token: string): number {
  if (!/^PT[0-9a-f]{32}$/.test(token)) throw invalidParameter('PageToken');
  return Number.parseInt(token.slice(2), 16);
}

function whole({ query }: ApiRequest, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw invalidParameter(name);
  return Number(text);
}
