import { describe, expect, it } from 'vitest';
import { fetchLive, nothing } from '../../../core/src/plan';
import { stage } from '../../support/deploy';

const support = ['service Customer: joinConversation'];

describe('fetchLive', () => {
  it('counts all users and keeps those that are named', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Customer'], { users: 120 });
    const progress: number[] = [];
    const bob = await scene.service.user('bob');
    const now = await fetchLive(
      scene.service,
      { users: [{ identity: 'alice' }, { identity: 'nobody' }] },
      {
        staged: bob ? [{ kind: 'delete-user', user: { identity: 'bob', sid: bob.sid } }] : [],
        onProgress: ({ users }) => progress.push(users),
      },
    );
    expect(now.users.map(({ identity }) => identity)).toEqual(['alice', 'bob']);
    const customer = now.roles.find(({ friendlyName }) => friendlyName === 'Customer');
    expect(customer && now.usersByRole?.get(customer.sid)).toBeGreaterThanOrEqual(2);
    expect([...(now.usersByRole?.values() ?? [])].reduce((sum, n) => sum + n, 0)).toBe(122);
    expect(progress.at(-1)).toBe(122);
  });

  it('asks for the named users alone where nobody counts', async () => {
    await using scene = await stage(support, ['alice: Customer'], { users: 120 });
    scene.sandbox.setFaults({});
    const before = scene.calls.length;
    const now = await fetchLive(
      scene.service,
      { users: [{ identity: 'alice' }, { identity: 'nobody' }] },
      { countUsers: false },
    );
    expect(now.users.map(({ identity }) => identity)).toEqual(['alice']);
    expect(now).not.toHaveProperty('usersByRole');
    expect(scene.calls.slice(before).map(({ path }) => path.split('/').at(-1))).toEqual([
      'Roles',
      'Configuration',
      'alice',
      'nobody',
    ]);
  });

  it('ends when it is cancelled, between two pages', async () => {
    const abort = new AbortController();
    await using scene = await stage(support, [], { users: 200 });
    const reading = fetchLive(scene.service, nothing('conversations'), {
      signal: abort.signal,
      onProgress: ({ users }) => users === 60 && abort.abort(),
    });
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    expect(scene.calls.filter(({ path }) => path.endsWith('/Users')).length).toBeLessThanOrEqual(2);
  });
});
