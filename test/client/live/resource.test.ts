import { describe, expect, it } from 'vitest';
import { Resource } from '../../../client/src/live/resource';

/** A read that ends when the test says so. */
function manual<T>() {
  const reads: { resolve(value: T): void; reject(error: Error): void; signal: AbortSignal }[] = [];
  const resource = new Resource<T>(
    (signal) => new Promise((resolve, reject) => reads.push({ resolve, reject, signal })),
    () => undefined,
  );
  const read = async (index: number) => {
    await expect.poll(() => reads[index]).toBeDefined();
    const found = reads[index];
    if (!found) throw new Error('unread');
    return found;
  };
  return { resource, reads, read };
}

describe('a resource', () => {
  it('is read once for all who ask at the same time', async () => {
    const { resource, reads, read } = manual<number>();
    const both = Promise.all([resource.get(), resource.get()]);
    (await read(0)).resolve(7);
    expect(await both).toEqual([7, 7]);
    expect(await resource.get()).toBe(7);
    expect(reads).toHaveLength(1);
  });

  it('keeps the old value while it is read again, and when that fails', async () => {
    const { resource, read } = manual<number>();
    const first = resource.get();
    (await read(0)).resolve(1);
    await first;
    const second = resource.reload();
    expect(resource.state).toEqual({ value: 1, loading: true });
    (await read(1)).reject(new Error('offline'));
    await expect(second).rejects.toThrow('offline');
    expect(resource.state).toEqual({ value: 1, loading: false, error: new Error('offline') });
  });

  it('waits for a Retry after a failure, when only looked at', async () => {
    const { resource, reads, read } = manual<number>();
    resource.start();
    (await read(0)).reject(new Error('offline'));
    await expect.poll(() => resource.state.loading).toBe(false);
    resource.start();
    await Promise.resolve();
    expect(reads).toHaveLength(1);
    const again = resource.get();
    (await read(1)).resolve(2);
    expect(await again).toBe(2);
    expect(resource.state).toEqual({ value: 2, loading: false });
  });

  it('forgets what an ended read says', async () => {
    const { resource, read } = manual<string>();
    const first = resource.get();
    const old = await read(0);
    const second = resource.reload();
    expect(old.signal.aborted).toBe(true);
    (await read(1)).resolve('new');
    old.resolve('old');
    await Promise.all([first, second]);
    expect(resource.state).toEqual({ value: 'new', loading: false });
  });
});
