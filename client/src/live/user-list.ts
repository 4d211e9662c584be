import type { LiveUser, TwilioService } from '../../../core/src';

/** Users as far as they were paged in. */
export interface UserListState {
  readonly users: readonly LiveUser[];
  /** Whether Twilio has no more. */
  readonly complete: boolean;
  /** Whether a page was read at all. */
  readonly started: boolean;
  readonly loading: boolean;
  readonly error?: unknown;
}

const empty: UserListState = { users: [], complete: false, started: false, loading: false };

/** The users of a service, a page at a time and at most one request at a time. */
export class UserList {
  readonly #connect: () => Promise<TwilioService>;
  readonly #changed: () => void;
  #state = empty;
  #next: string | undefined;
  #running: { readonly promise: Promise<void>; readonly abort: AbortController } | undefined;

  constructor(connect: () => Promise<TwilioService>, changed: () => void) {
    this.#connect = connect;
    this.#changed = changed;
  }

  get state(): UserListState {
    return this.#state;
  }

  /** Reads the first page where none was read yet; resolves when no page is being read. */
  async start(): Promise<void> {
    if (this.#running || (!this.#state.started && this.#state.error === undefined)) await this.more();
  }

  /** Reads one page more. Shares a read that is under way; a failure is in `state.error`. */
  more(): Promise<void> {
    if (this.#running) return this.#running.promise;
    return this.#read((users) => users.length > 0);
  }

  /** Reads again as many users as were there, keeping the old ones until then. */
  async reload(): Promise<void> {
    if (!this.#state.started && this.#state.error === undefined) return;
    this.#running?.abort.abort();
    const before = this.#state.users.length;
    this.#next = undefined;
    await this.#read((users) => users.length >= before, true);
  }

  /** A user that was written or found on its own: in its place, or first where it isn't paged in yet. */
  put(user: LiveUser): void {
    const { users } = this.#state;
    const known = users.find(({ sid }) => sid === user.sid);
    // Nothing new isn't told: whoever draws the list would draw it anew for nothing.
    if (known && JSON.stringify(known) === JSON.stringify(user)) return;
    const next = known ? users.map((each) => (each.sid === user.sid ? user : each)) : [user, ...users];
    this.#update({ ...this.#state, users: next });
  }

  cancel(): void {
    this.#running?.abort.abort();
  }

  #read(enough: (read: readonly LiveUser[]) => boolean, fresh = false): Promise<void> {
    const abort = new AbortController();
    const promise = this.#pages(enough, fresh, abort);
    this.#running = { promise, abort };
    this.#update({ ...this.#state, loading: true });
    return promise;
  }

  async #pages(
    enough: (read: readonly LiveUser[]) => boolean,
    fresh: boolean,
    abort: AbortController,
  ): Promise<void> {
    const mine = () => this.#running?.abort === abort;
    const { signal } = abort;
    const read: LiveUser[] = [];
    let cursor = this.#next;
    try {
      const service = await this.#connect();
      do {
        const page = await service.usersPage(cursor, { signal });
        read.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined && !enough(read));
      if (!mine()) return;
      this.#next = cursor;
      const users = fresh ? read : withoutRepeats([...this.#state.users, ...read]);
      this.#end({ users, complete: cursor === undefined, started: true, loading: false });
    } catch (error) {
      if (mine()) this.#end({ ...this.#state, loading: false, error });
    }
  }

  #end(state: UserListState): void {
    this.#running = undefined;
    this.#update(state);
  }

  #update(state: UserListState): void {
    this.#state = state;
    this.#changed();
  }
}

/** Somebody who was found on their own, or moved a page while we read, comes again later. */
function withoutRepeats(users: readonly LiveUser[]): readonly LiveUser[] {
  return [...new Map(users.map((user) => [user.sid, user])).values()];
}
