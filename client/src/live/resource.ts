/** What is known of one thing that is read over the network. A failed reload keeps the value from before. */
export interface ResourceState<T> {
  readonly value: T | undefined;
  readonly loading: boolean;
  /** Why the last read failed; absent once a read succeeds. */
  readonly error?: unknown;
}

/** One thing read over the network, at most once at a time: whoever asks meanwhile shares the answer. */
export class Resource<T> {
  readonly #read: (signal: AbortSignal) => Promise<T>;
  readonly #changed: () => void;
  #state: ResourceState<T> = { value: undefined, loading: false };
  #running: { readonly promise: Promise<T>; readonly abort: AbortController } | undefined;

  constructor(read: (signal: AbortSignal) => Promise<T>, changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  get state(): ResourceState<T> {
    return this.#state;
  }

  /** The value, read if it isn't there or the last read failed. */
  async get(): Promise<T> {
    const { value, error } = this.#state;
    if (this.#running) return this.#running.promise;
    return value !== undefined && error === undefined ? value : this.reload();
  }

  /** Starts the first read, for a view that shows `state`. A failure waits for a person's Retry. */
  start(): void {
    if (this.#running || this.#state.value !== undefined || this.#state.error !== undefined) return;
    this.reload().catch(() => undefined);
  }

  /** Reads again; the old value stays until the new one is there. Ends a read that is under way. */
  reload(): Promise<T> {
    this.#running?.abort.abort();
    const abort = new AbortController();
    const promise = this.#run(abort);
    this.#running = { promise, abort };
    this.#update({ ...this.#state, loading: true });
    return promise;
  }

  /** Puts in what a write answered, so that it needn't be read again. */
  set(value: T): void {
    this.#running?.abort.abort();
    this.#running = undefined;
    this.#update({ value, loading: false });
  }

  /** Ends the read that is under way. */
  cancel(): void {
    this.#running?.abort.abort();
  }

  async #run(abort: AbortController): Promise<T> {
    const mine = () => this.#running?.abort === abort;
    try {
      // After a turn, so that `reload` has set `#running`.
      await Promise.resolve();
      const value = await this.#read(abort.signal);
      if (mine()) this.#end({ value, loading: false });
      return value;
    } catch (error) {
      if (mine()) this.#end({ value: this.#state.value, loading: false, error });
      throw error;
    }
  }

  #end(state: ResourceState<T>): void {
    this.#running = undefined;
    this.#update(state);
  }

  #update(state: ResourceState<T>): void {
    this.#state = state;
    this.#changed();
  }
}
