import { type Collection, createCollection } from './collection';
import { hexOf } from './random';
import type {
  AccountRecord,
  DefaultRoles,
  RoleRecord,
  SandboxState,
  ServiceRecord,
  UserRecord,
} from './state';

export interface Service extends Omit<ServiceRecord, 'roles' | 'users' | 'defaults' | 'updated'> {
  defaults: DefaultRoles;
  updated: string;
  readonly roles: Collection<RoleRecord>;
  readonly users: Collection<UserRecord>;
  readonly sidByIdentity: Map<string, string>;
}

/** What every new thing begins with. */
export interface Stamp {
  readonly sid: string;
  readonly sequence: number;
  readonly created: string;
  readonly updated: string;
}

/** The account while the sandbox runs. Handlers read it freely and write through it alone. */
export interface Store {
  readonly account: AccountRecord;
  readonly services: Collection<Service>;
  defaultServiceSid: string;
  stamp(prefix: string): Stamp;
  putRole(service: Service, role: RoleRecord): void;
  deleteRole(service: Service, role: RoleRecord): void;
  putUser(service: Service, user: UserRecord): void;
  deleteUser(service: Service, user: UserRecord): void;
  setDefaults(service: Service, defaults: DefaultRoles): void;
  /** What `read` would have seen before the last write. */
  beforeLastWrite<T>(read: () => T): T;
  toState(): SandboxState;
}

const epoch = Date.UTC(2026, 2, 2, 8);

/** Time is the number of writes so far, a second each: the same calls give the same dates. */
const dateAt = (sequence: number): string => new Date(epoch + sequence * 1000).toISOString();

export function createStore(state: SandboxState, seed: number): Store {
  let sequence = state.sequence;
  let undo = (): void => {};
  let redo = (): void => {};
  const write = (doIt: () => void, undoIt: () => void): void => {
    doIt();
    redo = doIt;
    undo = undoIt;
  };
  const store: Store = {
    account: state.account,
    services: createCollection(state.services.map(toService)),
    defaultServiceSid: state.defaultServiceSid,
    stamp: (prefix) => {
      sequence += 1;
      const date = dateAt(sequence);
      return { sid: prefix + hexOf(seed, `${prefix}${sequence}`), sequence, created: date, updated: date };
    },
    putRole: ({ roles }, role) => {
      const before = roles.get(role.sid);
      write(
        () => roles.put(role),
        () => (before ? roles.put(before) : roles.delete(role.sid)),
      );
    },
    deleteRole: ({ roles }, role) =>
      write(
        () => roles.delete(role.sid),
        () => roles.put(role),
      ),
    putUser: ({ users, sidByIdentity }, user) => {
      const before = users.get(user.sid);
      write(
        () => {
          users.put(user);
          sidByIdentity.set(user.identity, user.sid);
        },
        () => {
          if (before) return users.put(before);
          users.delete(user.sid);
          sidByIdentity.delete(user.identity);
        },
      );
    },
    deleteUser: ({ users, sidByIdentity }, user) =>
      write(
        () => {
          users.delete(user.sid);
          sidByIdentity.delete(user.identity);
        },
        () => {
          users.put(user);
          sidByIdentity.set(user.identity, user.sid);
        },
      ),
    setDefaults: (service, defaults) => {
      const before = service.defaults;
      write(
        () => {
          service.defaults = defaults;
        },
        () => {
          service.defaults = before;
        },
      );
    },
    beforeLastWrite: (read) => {
      undo();
      try {
        return read();
      } finally {
        redo();
      }
    },
    toState: () => ({
      version: 1,
      account: state.account,
      defaultServiceSid: store.defaultServiceSid,
      services: [...store.services].map(toRecord),
      sequence,
    }),
  };
  return store;
}

function toService(record: ServiceRecord): Service {
  return {
    ...record,
    roles: createCollection(record.roles),
    users: createCollection(record.users),
    sidByIdentity: new Map(record.users.map((user) => [user.identity, user.sid])),
  };
}

function toRecord({ sidByIdentity: _, ...service }: Service): ServiceRecord {
  return { ...service, roles: [...service.roles], users: [...service.users] };
}
