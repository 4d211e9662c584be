import type { NameTable } from './file-index';
import type { Block, Entry } from './model';

/** A name's blocks: most names have one, and a set for each would be most of the memory. */
type Holders<B> = B | Set<B>;

/** A table that blocks add themselves to and take themselves from. */
export class Names<E extends Entry, B extends Block<E> = Block<E>> implements NameTable<E> {
  readonly #holders = new Map<string, Holders<B>>();
  readonly #repeated = new Set<string>();

  get(name: string): ReadonlySet<B> {
    const holders = this.#holders.get(name);
    if (holders instanceof Set) return holders;
    return new Set(holders ? [holders] : []);
  }

  /** What `get` gives, without a set made for a single block. */
  each(name: string): Iterable<B> {
    const holders = this.#holders.get(name);
    if (holders instanceof Set) return holders;
    return holders ? [holders] : [];
  }

  get isEmpty(): boolean {
    return this.#holders.size === 0;
  }

  has(name: string): boolean {
    return this.#holders.has(name);
  }

  names(): Iterable<string> {
    return this.#holders.keys();
  }

  repeated(): Iterable<string> {
    return this.#repeated;
  }

  add(name: string, block: B): void {
    const holders = this.#holders.get(name);
    if (holders === undefined) {
      this.#holders.set(name, block);
    } else if (holders instanceof Set) {
      holders.add(block);
    } else if (holders !== block) {
      this.#holders.set(name, new Set([holders, block]));
      this.#repeated.add(name);
    }
  }

  delete(name: string, block: B): void {
    const holders = this.#holders.get(name);
    if (holders === block) {
      this.#holders.delete(name);
    } else if (holders instanceof Set && holders.delete(block)) {
      const [last, ...others] = holders.size === 1 ? holders : [];
      if (last && others.length === 0) {
        this.#holders.set(name, last);
        this.#repeated.delete(name);
      }
    }
  }
}
