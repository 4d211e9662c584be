import { type Event, EventEmitter } from 'vscode';
import type {
  LiveDefaults,
  LiveRole,
  LiveService,
  Product,
  ServiceSid,
  TwilioAccount,
  TwilioService,
} from '../../../core/src';
import type { Session } from '../session/session';
import { Resource } from './resource';
import { UserList } from './user-list';

/** One service of the signed-in account, as one product sees it. */
export interface ServiceKey {
  readonly product: Product;
  readonly sid: ServiceSid;
}

/** What is known of one service. Each part is read on its own, when it is first asked for. */
export interface ServiceView {
  readonly key: ServiceKey;
  readonly connection: Resource<TwilioService>;
  readonly roles: Resource<readonly LiveRole[]>;
  readonly defaults: Resource<LiveDefaults>;
  readonly users: UserList;
}

/** Everything read from the signed-in account, once, for all views. Empty when signed out. */
export interface LiveStore {
  /** A service whose parts changed; `undefined` for the list of services or everything. */
  readonly onDidChange: Event<ServiceKey | undefined>;
  services(product: Product): Resource<readonly LiveService[]>;
  service(key: ServiceKey): ServiceView;
  /** Services that something was asked of so far. */
  known(): Iterable<ServiceView>;
  /** Reads again what was read, of one service or all. */
  refresh(key?: ServiceKey): Promise<void>;
}

export class SessionLiveStore implements LiveStore {
  readonly #session: Session;
  readonly #changed = new EventEmitter<ServiceKey | undefined>();
  readonly #lists = new Map<Product, Resource<readonly LiveService[]>>();
  readonly #services = new Map<string, ServiceView>();
  #account: TwilioAccount | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#account = session.current?.twilio;
    session.onDidChange(() => {
      // Not by its id: an account that is signed in to anew has a connection of its own, and the one from before is closed.
      if (session.current?.twilio === this.#account) return;
      this.#account = session.current?.twilio;
      this.#clear();
    });
  }

  services(product: Product): Resource<readonly LiveService[]> {
    return getOrAdd(
      this.#lists,
      product,
      () =>
        new Resource(
          async (signal) => collect(this.#twilio().services(product, { signal })),
          () => this.#changed.fire(undefined),
        ),
    );
  }

  service(key: ServiceKey): ServiceView {
    return getOrAdd(this.#services, `${key.product} ${key.sid}`, () => this.#view(key));
  }

  known(): Iterable<ServiceView> {
    return this.#services.values();
  }

  async refresh(key?: ServiceKey): Promise<void> {
    const services = key ? [this.service(key)] : [...this.#services.values()];
    const lists = key ? [] : [...this.#lists.values()];
    const read = [...lists, ...services.flatMap((view) => [view.connection, view.roles, view.defaults])];
    const again = read.filter(({ state }) => state.value !== undefined || state.error !== undefined);
    await Promise.allSettled([
      ...again.map((resource) => resource.reload()),
      ...services.map((view) => view.users.reload()),
    ]);
  }

  dispose(): void {
    this.#clear();
    this.#changed.dispose();
  }

  #view(key: ServiceKey): ServiceView {
    const changed = () => this.#changed.fire(key);
    const connection = new Resource(async (signal) => {
      const service = await this.#twilio().service(key.product, key.sid, { signal });
      if (!service) throw new Error(`There is no service ${key.sid} in this account.`);
      return service;
    }, changed);
    return {
      key,
      connection,
      roles: new Resource(async (signal) => collect((await connection.get()).roles({ signal })), changed),
      defaults: new Resource(async (signal) => (await connection.get()).defaults({ signal }), changed),
      users: new UserList(() => connection.get(), changed),
    };
  }

  #twilio(): TwilioAccount {
    const { current } = this.#session;
    if (!current) throw new Error('Sign in to an account first.');
    return current.twilio;
  }

  #clear(): void {
    for (const list of this.#lists.values()) list.cancel();
    for (const view of this.#services.values()) {
      for (const part of [view.connection, view.roles, view.defaults, view.users]) part.cancel();
    }
    this.#lists.clear();
    this.#services.clear();
    this.#changed.fire(undefined);
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
