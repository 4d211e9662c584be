import { shortSid } from '../sid';
import type { Completion, CompletionContext } from './completion-item';
import { servicesOf } from './live-names';
import type { ValuePlace } from './place';
import { typeOfRole } from './role-of';

/** SIDs that may stand under a key, by what they are called live. */
export function sidCompletions(context: CompletionContext, value: ValuePlace['value']): Completion[] {
  const { document, live, place, product } = context;
  const services = servicesOf(document, live);
  const ofProduct = live.snapshots.filter((snapshot) => snapshot.product === product);
  switch (value) {
    case 'service': {
      const all = ofProduct.flatMap((snapshot) => snapshot.services);
      const named = all.map(({ sid, friendlyName = sid }) =>
        sidCompletion(context, sid, friendlyName, 'service'),
      );
      return product === 'chat' ? named : [defaultService(context), ...named];
    }
    case 'account-sid':
      return [...new Set(live.snapshots.map(({ account }) => account))].map((account) =>
        sidCompletion(context, account, account, 'account'),
      );
    case 'role-sid': {
      const type = typeOfRole(place.entry, product);
      return services.flatMap(({ roles = [] }) =>
        roles
          .filter((role) => type === undefined || role.type === type)
          .map(({ sid, friendlyName, type: of }) => sidCompletion(context, sid, friendlyName, `${of} role`)),
      );
    }
    case 'user-role':
      return services.flatMap(({ roles = [] }) =>
        roles
          .filter(({ type }) => type === 'service' || type === 'deployment')
          .map(({ sid, friendlyName, type }) =>
            sidCompletion(context, sid, friendlyName, `${type} role, by SID`),
          ),
      );
    case 'user-sid':
      return services.flatMap(({ users = [] }) =>
        users.map(({ sid, identity }) => sidCompletion(context, sid, identity, 'user')),
      );
    default:
      return [];
  }
}

function sidCompletion({ place }: CompletionContext, sid: string, name: string, what: string): Completion {
  return {
    label: name === sid ? sid : `${name} (${shortSid(sid)})`,
    kind: 'sid',
    detail: what,
    span: place.word,
    newText: sid,
    filter: `${name} ${sid}`,
    sort: `5${name}`,
  };
}

function defaultService({ place }: CompletionContext): Completion {
  return {
    label: 'default',
    kind: 'value',
    detail: "the account's default service",
    span: place.word,
    newText: 'default',
    sort: '1',
  };
}
