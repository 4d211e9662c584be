import { describe, expect, it, vi } from 'vitest';
import { Resource } from '../../../client/src/live/resource';
import type { ServiceView } from '../../../client/src/live/store';
import { NamedUsers } from '../../../client/src/plan/named-users';
import type { LiveRole, LiveUser, TwilioService } from '../../../core/src';
import { live, serviceSid } from '../../core/plan/values';

vi.mock('vscode', () => import('../../support/vscode'));

/** A service with two users that counts what is asked of it. */
function service() {
  const asked: string[] = [];
  const { users } = live(['service Agent: joinConversation'], { alice: 1, bob: 1 });
  const connection = new Resource(
    async () =>
      ({
        user: async (key: string): Promise<LiveUser | undefined> => {
          asked.push(key);
          return users.find(({ identity }) => identity === key);
        },
      }) as unknown as TwilioService,
    () => undefined,
  );
  const roles = new Resource<readonly LiveRole[]>(
    async () => [],
    () => undefined,
  );
  const view = { key: { product: 'conversations', sid: serviceSid }, connection, roles };
  return { asked, view: view as unknown as ServiceView };
}

/** Named users, and a promise for the next time that they were read. */
function named() {
  let read = Promise.withResolvers<void>();
  const users = new NamedUsers(() => {
    read.resolve();
    read = Promise.withResolvers();
  });
  return { users, next: () => read.promise };
}

describe('the users that a file names', () => {
  it('are unknown until they were read, each by itself', async () => {
    const { asked, view } = service();
    const { users, next } = named();
    const names = [{ identity: 'alice' }, { identity: 'nobody' }];
    expect(users.of(view, names)).toBeUndefined();
    await next();
    expect(users.of(view, names)?.map(({ identity }) => identity)).toEqual(['alice']);
    expect(asked).toEqual(['alice', 'nobody']);
  });

  it('are read again when the roles were, or when somebody else is named', async () => {
    const { asked, view } = service();
    const { users, next } = named();
    users.of(view, [{ identity: 'alice' }]);
    await next();
    view.roles.set([]);
    expect(users.of(view, [{ identity: 'alice' }])).toBeUndefined();
    await next();
    expect(users.of(view, [{ identity: 'bob' }])).toBeUndefined();
    await next();
    users.of(view, [{ identity: 'bob' }]);
    expect(asked).toEqual(['alice', 'alice', 'bob']);
  });

  it('are left to a plan where they are many, and are nobody where nobody is named', () => {
    const { asked, view } = service();
    const { users } = named();
    expect(users.of(view, [])).toEqual([]);
    const many = Array.from({ length: 51 }, (_, n) => ({ identity: `user ${n}` }));
    expect(users.of(view, many)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
