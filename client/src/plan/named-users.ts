import type { Desired, LiveRole, LiveUser } from '../../../core/src';
import { Resource } from '../live/resource';
import type { ServiceKey, ServiceView } from '../live/store';
import { idOf } from './planned';

/** More than this many aren't read one by one: a plan, which reads every user anyway, has them. */
const most = 50;

interface Reading {
  readonly names: string;
  readonly roles: readonly LiveRole[] | undefined;
  readonly users: Resource<readonly LiveUser[]>;
}

/** The users that a file names, read one by one, so that nobody pages through all to say whether it is in sync. */
export class NamedUsers {
  readonly #changed: (key: ServiceKey) => void;
  readonly #readings = new Map<string, Reading>();

  constructor(changed: (key: ServiceKey) => void) {
    this.#changed = changed;
  }

  /** What was read last; `undefined` until then. */
  known(key: ServiceKey): readonly LiveUser[] | undefined {
    return this.#readings.get(idOf(key))?.users.state.value;
  }

  /**
   * Those of `named` who are live, read again whenever the roles were. `undefined` where they are being read, couldn't
   * be, or are too many.
   */
  of(view: ServiceView, named: Desired['users']): readonly LiveUser[] | undefined {
    const keys = [...new Set(named.flatMap(({ sid, identity }) => sid ?? identity ?? []))];
    if (keys.length === 0) return [];
    if (keys.length > most) return undefined;
    const names = JSON.stringify(keys);
    const roles = view.roles.state.value;
    const before = this.#readings.get(idOf(view.key));
    if (before?.names === names && before.roles === roles) return before.users.state.value;
    before?.users.cancel();
    const users = new Resource(
      async (signal) => {
        const service = await view.connection.get();
        const found: LiveUser[] = [];
        for (const key of keys) {
          const user = await service.user(key, { signal });
          if (user) found.push(user);
        }
        return found;
      },
      () => {
        // Only what came is news: the tree is drawn anew for it.
        if (users.state.value) this.#changed(view.key);
      },
    );
    this.#readings.set(idOf(view.key), { names, roles, users });
    users.start();
    return undefined;
  }

  dispose(): void {
    for (const { users } of this.#readings.values()) users.cancel();
  }
}
