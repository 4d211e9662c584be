import type { Product } from '../../../core/src/catalog';
import { ApiError } from './api-error';
import type { Handler } from './request';
import * as roles from './roles';
import * as services from './services';
import * as users from './users';

type Method = 'GET' | 'POST' | 'DELETE';
type Methods = Readonly<Partial<Record<Method, Handler>>>;

/** What a path leads to. */
export interface Route {
  readonly product: Product;
  readonly short: boolean;
  /** Absent for short paths and for what belongs to the account. */
  readonly serviceSid: string | undefined;
  readonly key: string;
  readonly methods: Methods;
  /** Whether writes to it count against the 30 a second. */
  readonly limited: boolean;
}

const things: Readonly<Record<string, readonly [list: Methods, item: Methods]>> = {
  Roles: [
    { GET: roles.listRoles, POST: roles.createRole },
    { GET: roles.fetchRole, POST: roles.updateRole, DELETE: roles.deleteRole },
  ],
  Users: [
    { GET: users.listUsers, POST: users.createUser },
    { GET: users.fetchUser, POST: users.updateUser, DELETE: users.deleteUser },
  ],
};

/** The route of a path; an error where Twilio has none, or one that the sandbox doesn't play. */
export function routeOf(path: string): Route {
  const route = findRoute(path);
  if (!route) throw new ApiError(404, 20404, `The requested resource ${path} was not found`);
  return route;
}

/** The route's handler for a method. */
export function handlerOf({ methods }: Route, method: string): Handler {
  const handler = Object.hasOwn(methods, method) ? methods[method as Method] : undefined;
  if (!handler) throw new ApiError(405, 20004, 'Method not allowed');
  return handler;
}

function findRoute(path: string): Route | undefined {
  const [root, version, ...segments] = path.split('/');
  if (root !== '' || (version !== 'v1' && version !== 'v2')) return undefined;
  const product = version === 'v2' ? 'chat' : 'conversations';
  const route = (methods: Methods | undefined, rest: Partial<Route> = {}): Route | undefined =>
    methods && { product, short: false, serviceSid: undefined, key: '', methods, limited: false, ...rest };

  if (segments[0] !== 'Services') {
    if (product === 'chat') return undefined;
    if (path === '/v1/Configuration') return route({ GET: services.fetchAccountConfiguration });
    return thing(segments, (methods, key) => route(methods, { key, short: true, limited: true }));
  }
  const [, serviceSid, ...rest] = segments;
  if (!serviceSid) return segments.length === 1 ? route({ GET: services.listServices }) : undefined;
  if (rest.length === 0) {
    const update = product === 'chat' ? { POST: services.updateChatService } : {};
    return route({ GET: services.fetchService, ...update }, { serviceSid });
  }
  if (product === 'conversations' && rest.join('/') === 'Configuration') {
    return route({ GET: services.fetchConfiguration, POST: services.updateConfiguration }, { serviceSid });
  }
  return thing(rest, (methods, key) => route(methods, { key, serviceSid, limited: true }));
}

function thing(
  [name = '', key, ...rest]: readonly string[],
  route: (methods: Methods, key: string) => Route | undefined,
): Route | undefined {
  const found = Object.hasOwn(things, name) ? things[name] : undefined;
  if (!found || rest.length > 0 || key === '') return undefined;
  return key === undefined ? route(found[0], '') : route(found[1], decode(key));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ApiError(400, 20001, 'Invalid percent-encoding in the path');
  }
}
