interface Entity {
  readonly sid: string;
  /** Rises with every creation; what a page token points behind. */
  readonly sequence: number;
}

/** Entities by SID, in the order of their creation, with cheap pages. */
export interface Collection<T extends Entity> extends Iterable<T> {
  readonly size: number;
  get(sid: string): T | undefined;
  put(entity: T): void;
  delete(sid: string): void;
  /** At most `count` entities that were created after the one with this sequence number. */
  after(sequence: number, count: number): readonly T[];
  /** The sequence number `count` places before this one; 0 where that is before the first. */
  back(sequence: number, count: number): number;
}

export function createCollection<T extends Entity>(entities: Iterable<T> = []): Collection<T> {
  const bySid = new Map<string, T>();
  // Kept between pages and rebuilt after a write: a list of 50 000 is read far more often than it changes.
  let sorted: readonly T[] | undefined;
  for (const entity of entities) bySid.set(entity.sid, entity);
  const inOrder = (): readonly T[] => {
    sorted ??= [...bySid.values()].sort((a, b) => a.sequence - b.sequence);
    return sorted;
  };
  return {
    get size() {
      return bySid.size;
    },
    get: (sid) => bySid.get(sid),
    put: (entity) => {
      bySid.set(entity.sid, entity);
      sorted = undefined;
    },
    delete: (sid) => {
      bySid.delete(sid);
      sorted = undefined;
    },
    after: (sequence, count) => {
      const start = firstAfter(inOrder(), sequence);
      return inOrder().slice(start, start + count);
    },
    back: (sequence, count) => inOrder()[firstAfter(inOrder(), sequence) - 1 - count]?.sequence ?? 0,
    [Symbol.iterator]: () => inOrder()[Symbol.iterator](),
  };
}

function firstAfter(sorted: readonly Entity[], sequence: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.sequence ?? 0) > sequence) high = middle;
    else low = middle + 1;
  }
  return low;
}
