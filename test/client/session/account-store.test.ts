import { describe, expect, it, vi } from 'vitest';
import type { SecretStorage } from 'vscode';
import { AccountStore } from '../../../client/src/session/account-store';
import { TwilioAuthentication } from '../../../client/src/session/provider';
import type { AccountSid } from '../../../core/src';
import { EventEmitter } from '../../support/vscode';

vi.mock('vscode', () => import('../../support/vscode'));

const secret = 'the-secret';

function account(id: string) {
  const accountSid = `AC${id.padStart(32, '0')}` as AccountSid;
  return { id, name: id, accountSid, credentials: { apiKey: 'SK1', apiSecret: secret } };
}

/** A machine's keyring, as each of its windows sees it. */
function keyring(broken = false) {
  const kept = new Map<string, string>();
  const changed = new EventEmitter<{ key: string }>();
  const write = async (key: string, act: () => void) => {
    if (broken) throw new Error('no keyring');
    act();
    changed.fire({ key });
  };
  const storage: SecretStorage = {
    get: async (key) => kept.get(key),
    keys: async () => [...kept.keys()],
    store: (key, value) => write(key, () => kept.set(key, value)),
    delete: (key) => write(key, () => kept.delete(key)),
    onDidChange: changed.event as SecretStorage['onDidChange'],
  };
  return { storage, kept };
}

const ids = (store: AccountStore) => store.all.map(({ id }) => id);

describe('accounts', () => {
  it('are kept, several of them, and are there in another window at once', async () => {
    const { storage } = keyring();
    const [here, there] = [new AccountStore(storage), new AccountStore(storage)];
    await Promise.all([here.loaded, there.loaded]);
    await here.keep(account('a'));
    await here.keep(account('b'));
    await here.keep({ ...account('a'), name: 'renamed' });
    expect(ids(here)).toEqual(['b', 'a']);
    await expect.poll(() => ids(there)).toEqual(['b', 'a']);
    await there.remove('b');
    await expect.poll(() => ids(here)).toEqual(['a']);
  });

  it('leave nothing behind when the last one is removed', async () => {
    const { storage, kept } = keyring();
    const store = new AccountStore(storage);
    await store.keep(account('a'));
    expect([...kept.values()].join()).toContain(secret);
    await store.remove('a');
    expect([...kept]).toEqual([]);
  });

  it('of one window are written nowhere', async () => {
    const { storage, kept } = keyring();
    const store = new AccountStore(storage);
    store.keepForThisWindow(account('a'));
    expect(ids(store)).toEqual(['a']);
    expect([...kept]).toEqual([]);
  });

  it('are not kept where the machine can’t keep secrets, and it says so', async () => {
    const store = new AccountStore(keyring(true).storage);
    await expect(store.keep(account('a'))).rejects.toThrow('no keyring');
    expect(ids(store)).toEqual([]);
  });
});

describe('the Accounts menu', () => {
  it('lists the accounts and gives nobody a secret', async () => {
    const store = new AccountStore(keyring().storage);
    const provider = new TwilioAuthentication(
      store,
      async () => undefined,
      (id) => store.remove(id),
    );
    const seen: unknown[] = [];
    provider.onDidChangeSessions((change) => seen.push(change));
    await store.keep(account('a'));
    const sessions = await provider.getSessions();
    expect(sessions.map(({ account: { label } }) => label)).toEqual(['a (AC…000a)']);
    expect(JSON.stringify([sessions, seen])).not.toContain(secret);
    await provider.removeSession('a');
    expect(await provider.getSessions()).toEqual([]);
    expect(seen).toMatchObject([{ added: [{ id: 'a' }] }, { removed: [{ id: 'a' }] }]);
    await expect(provider.createSession()).rejects.toThrow('Nobody signed in.');
  });
});
