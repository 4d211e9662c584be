/** What the language server is told of live data: names, SIDs and whether they are all. Pure. */
import type { LiveServiceSnapshot, LiveSnapshot, Product } from '../../../core/src';
import type { LiveStore, ServiceView } from '../live/store';

const products: readonly Product[] = ['conversations', 'chat'];

/** One snapshot a product that anything is known of; none where nobody is signed in. */
export function liveSnapshots(account: string | undefined, live: LiveStore): readonly LiveSnapshot[] {
  if (account === undefined) return [];
  return products.flatMap((product) => {
    const services = live.services(product).state.value;
    if (!services) return [];
    const views = new Map([...live.known()].map((view) => [`${view.key.product} ${view.key.sid}`, view]));
    return {
      account,
      product,
      complete: true,
      services: services.map(({ sid, friendlyName, isDefault }) => ({
        sid,
        isDefault,
        ...(friendlyName && { friendlyName }),
        ...parts(views.get(`${product} ${sid}`)),
      })),
    };
  });
}

/** The parts that were read whole; a rule that needs another one stays silent. */
function parts(view: ServiceView | undefined): Pick<LiveServiceSnapshot, 'roles' | 'users' | 'defaults'> {
  const roles = view?.roles.state.value;
  const defaults = view?.defaults.state.value;
  const users = view?.users.state;
  return {
    ...(roles && {
      roles: roles.map(({ sid, friendlyName, type, permissions }) => ({
        sid,
        friendlyName,
        type,
        permissions,
      })),
    }),
    ...(defaults && { defaults }),
    ...(users?.complete && {
      users: users.users.map(({ sid, identity, roleSid }) => ({
        sid,
        identity,
        ...(roleSid && { roleSid }),
      })),
    }),
  };
}
