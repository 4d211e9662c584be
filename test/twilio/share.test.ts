import { describe, expect, it } from 'vitest';
import { createHosts } from '../../core/src/twilio/host';
import type { Requester } from '../../core/src/twilio/request';
import { createService } from '../../core/src/twilio/service';
import { createSharing } from '../../core/src/twilio/share';
import { page, role, roleSid, serviceSid, signIn } from '../support/mock-twilio';

/** A read that ends when it is told to, and says whether it was cut off. */
function gate() {
  const started: AbortSignal[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const start = (signal: AbortSignal) => {
    started.push(signal);
    return promise;
  };
  return { start, started, end: () => resolve('a page') };
}

describe('reads of the same thing', () => {
  it('are one, as long as it runs', async () => {
    const { join } = createSharing();
    const { start, started, end } = gate();
    const both = Promise.all([join('page', start), join('page', start), join('another', start)]);
    end();
    expect(await both).toEqual(['a page', 'a page', 'a page']);
    expect(started).toHaveLength(2);
    await join('page', start);
    expect(started).toHaveLength(3);
  });

  it('are two, where there was a write between them', async () => {
    const { join, part } = createSharing();
    const [before, behind] = [gate(), gate()];
    const first = join('page', before.start);
    part();
    const second = join('page', behind.start);
    before.end();
    await first;
    // That the older read has ended takes nothing from who waits for the newer one.
    const third = join('page', behind.start);
    behind.end();
    expect(await Promise.all([second, third])).toEqual(['a page', 'a page']);
    expect([before.started.length, behind.started.length]).toEqual([1, 1]);
  });

  it('are cut off when the last who waits has gone, and not before', async () => {
    const { join } = createSharing();
    const { start, started } = gate();
    const [one, other] = [new AbortController(), new AbortController()];
    const waiting = [join('page', start, one.signal), join('page', start, other.signal)];
    one.abort(new Error('never mind'));
    await expect(waiting[0]).rejects.toThrow('never mind');
    expect(started[0]?.aborted).toBe(false);
    other.abort(new Error('nor me'));
    await expect(waiting[1]).rejects.toThrow('nor me');
    expect(started[0]?.aborted).toBe(true);
  });

  it('are begun anew by who comes after they were cut off', async () => {
    const { join } = createSharing();
    const [first, second] = [gate(), gate()];
    const gone = new AbortController();
    const left = join('page', first.start, gone.signal);
    gone.abort(new Error('never mind'));
    await expect(left).rejects.toThrow('never mind');
    second.end();
    expect(await join('page', second.start)).toBe('a page');
  });

  it('behind a write are never the one that ran beside it', async () => {
    const reads: PromiseWithResolvers<unknown>[] = [];
    const request: Requester = async ({ method, decode }) => {
      if (method !== 'GET') return decode(role());
      const read = Promise.withResolvers<unknown>();
      reads.push(read);
      return decode(await read.promise);
    };
    const service = createService(
      { product: 'conversations', hosts: createHosts(signIn), request, sharing: createSharing() },
      signIn.accountSid,
      { sid: serviceSid, friendlyName: 'Support', isDefault: false },
      false,
    );
    const beside = service.usersPage();
    await service.updateRole(roleSid, ['sendMessage']);
    const behind = service.usersPage();
    expect(reads).toHaveLength(2);
    for (const read of reads) read.resolve(page('users', []));
    expect(await Promise.all([beside, behind])).toEqual([{ items: [] }, { items: [] }]);
  });
});
