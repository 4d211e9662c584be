import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveSnapshots } from '../../../client/src/language/snapshot';
import { type ServiceKey, SessionLiveStore } from '../../../client/src/live/store';
import type { Session, SignedIn } from '../../../client/src/session/session';
import { type Sandbox, startSandbox } from '../../../server/src/sandbox/sandbox';
import { connectTo } from '../../support/twilio';
import { EventEmitter } from '../../support/vscode';

vi.mock('vscode', () => import('../../support/vscode'));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** A session on the sandbox, signed in until `signOut`. */
function signedIn() {
  const changed = new EventEmitter<void>();
  const requests: string[] = [];
  const twilio = connectTo(sandbox, { log: ({ method, path }) => requests.push(`${method} ${path}`) });
  let current: SignedIn | undefined = { id: 'a', name: 'A', label: 'A', twilio, sandbox: true };
  const session: Session = {
    get current() {
      return current;
    },
    get state() {
      return current ? ('signed-in' as const) : ('signed-out' as const);
    },
    onDidChange: changed.event as Session['onDidChange'],
    mayConnect: () => true,
    require: async () => current,
  };
  const signOut = () => {
    current = undefined;
    changed.fire();
  };
  /** To the same account, as with new credentials: the connection from before is closed. */
  const signInAnew = async () => {
    current = { ...current, id: 'a', name: 'A', label: 'A', twilio: connectTo(sandbox), sandbox: true };
    changed.fire();
    await twilio.close();
  };
  return { live: new SessionLiveStore(session), requests, signOut, signInAnew, account: twilio.sid };
}

async function firstService(live: SessionLiveStore): Promise<ServiceKey> {
  const services = await live.services('conversations').get();
  const service = services.find(({ isDefault }) => isDefault);
  if (!service) throw new Error('The sandbox has no default service.');
  return { product: 'conversations', sid: service.sid };
}

describe('live data', () => {
  it('is read when it is asked for, and shared', async () => {
    const { live, requests } = signedIn();
    const view = live.service(await firstService(live));
    const before = requests.length;
    expect(view.roles.state).toEqual({ value: undefined, loading: false });
    await Promise.all([view.roles.get(), view.roles.get(), live.service(view.key).roles.get()]);
    expect(requests.slice(before).filter((request) => request.endsWith('/Roles'))).toHaveLength(1);
    expect(view.defaults.state.value).toBeUndefined();
  });

  it('is read by the connection of whoever signs in to the same account anew', async () => {
    const { live, signInAnew } = signedIn();
    const key = await firstService(live);
    const names = (await live.service(key).roles.get()).map(({ friendlyName }) => friendlyName);
    await signInAnew();
    expect(live.service(key).roles.state.value).toBeUndefined();
    const again = await live.service(key).roles.get();
    expect(again.map(({ friendlyName }) => friendlyName)).toEqual(names);
  });

  it('pages through users, and reads as many again', async () => {
    const { live } = signedIn();
    const { users } = live.service(await firstService(live));
    await users.more();
    expect(users.state).toMatchObject({ started: true, complete: false, loading: false });
    const first = users.state.users.length;
    await users.more();
    const second = users.state.users.length;
    expect(second).toBeGreaterThan(first);
    const identities = users.state.users.map(({ identity }) => identity);
    await users.reload();
    expect(users.state.users.map(({ identity }) => identity)).toEqual(identities);
  });

  it('puts somebody who was found first, and lists them once', async () => {
    const { live } = signedIn();
    const { users, connection } = live.service(await firstService(live));
    await users.more();
    const service = await connection.get();
    const all = [];
    for await (const user of service.users()) all.push(user);
    const last = all.at(-1);
    if (!last) throw new Error('The sandbox has no users.');
    users.put(last);
    expect(users.state.users[0]?.sid).toBe(last.sid);
    while (!users.state.complete) await users.more();
    expect(users.state.users).toHaveLength(all.length);
  });

  it('is empty after sign-out, also where a read was under way', async () => {
    const { live, signOut } = signedIn();
    const key = await firstService(live);
    const reading = live.service(key).roles.get();
    signOut();
    await expect(reading).rejects.toThrow();
    expect([...live.known()]).toEqual([]);
    await expect(live.services('conversations').get()).rejects.toThrow('Sign in to an account first.');
  });

  it('is told to the language server with what is complete of it', async () => {
    const { live, account } = signedIn();
    expect(liveSnapshots(account, live)).toEqual([]);
    const key = await firstService(live);
    const view = live.service(key);
    await view.users.more();
    const [before] = liveSnapshots(account, live);
    const service = (snapshot: typeof before) => snapshot?.services.find(({ sid }) => sid === key.sid);
    expect(before).toMatchObject({ account, product: 'conversations', complete: true });
    expect(service(before)).not.toHaveProperty('roles');
    expect(service(before)).not.toHaveProperty('users');
    await view.roles.get();
    while (!view.users.state.complete) await view.users.more();
    const [after] = liveSnapshots(account, live);
    expect(service(after)?.roles?.length).toBe(view.roles.state.value?.length);
    expect(service(after)?.users?.length).toBe(view.users.state.users.length);
    expect(liveSnapshots(undefined, live)).toEqual([]);
  });
});
