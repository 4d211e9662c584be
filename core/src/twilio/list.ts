import type { Product } from '../catalog';
import type { Page } from './api';
import { type Fields, fieldsOf } from './decode';
import type { Hosts } from './host';
import { items } from './paging';
import { type Requester, Unreadable } from './request';
import type { Sharing } from './share';

/** Where pages are read through. */
export interface Reader {
  readonly product: Product;
  readonly hosts: Hosts;
  readonly request: Requester;
  readonly sharing: Sharing;
}

/** A list of the API: its first page's path, its key in answers, and what an entry of it is. */
export interface List<T> {
  readonly path: string;
  readonly key: string;
  readonly subject: string;
  readonly decode: (entry: unknown) => T;
}

/** One page; the same page wanted twice at once is read once. */
export function readPage<T>(
  reader: Reader,
  list: List<T>,
  path: string,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const { product, hosts, request, sharing } = reader;
  const decode = (body: unknown): Page<T> => {
    const fields = fieldsOf(body);
    const entries = fields[list.key];
    if (!Array.isArray(entries)) throw new Unreadable(`it has no list of ${list.key}`);
    const link = nextLink(fields);
    const next = link === undefined ? undefined : hosts.pathOfLink(link, product, list.subject);
    // An old page in this one's place: asking again gets the right one.
    if (next === path) throw new Unreadable('a page is followed by itself');
    return { items: entries.map(list.decode), ...(next !== undefined && { next }) };
  };
  return sharing.join(
    `${product} ${path}`,
    (signal) =>
      request({ method: 'GET', product, path, subject: list.subject, repeatability: 'read', decode }, signal),
    signal,
  );
}

/** All entries, page after page. */
export function readAll<T extends { readonly sid: string }>(
  reader: Reader,
  list: List<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, undefined> {
  return items(list.path, (path) => readPage(reader, list, path, signal), list.subject);
}

function nextLink(fields: Fields): string | undefined {
  const { next_page_url } = fieldsOf(fields.meta);
  return typeof next_page_url === 'string' && next_page_url !== '' ? next_page_url : undefined;
}
