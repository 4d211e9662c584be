import { dump } from 'js-yaml';
import { sameAttributes } from './canonical';
import type { Change, Plan, RoleRef } from './model';

/** What a change makes of what is live, as YAML on both sides of a diff. A side is empty where there is nothing. */
export interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

/** One change, in the words of roles.yaml. */
export function renderYaml(change: Change): BeforeAfter {
  const { before, after } = sides(change);
  return { before: yaml(before), after: yaml(after) };
}

/** All changes of a plan, one document a change, so that both sides line up. */
export function renderPlanYaml(plan: Plan): BeforeAfter {
  const parts = plan.changes.map((change) => ({ heading: `# ${change.verb}\n`, ...renderYaml(change) }));
  const all = (side: 'before' | 'after') => parts.map((part) => part.heading + part[side]).join('---\n');
  return { before: all('before'), after: all('after') };
}

type Side = Readonly<Record<string, unknown>> | undefined;

function sides(change: Change): { before: Side; after: Side } {
  switch (change.verb) {
    case 'create-role':
      return { before: undefined, after: role(change.role, change.permissions, change.renamedFrom) };
    case 'update-role':
      return { before: role(change.role, change.before), after: role(change.role, change.after) };
    case 'delete-role':
      return { before: role(change.role, change.before), after: undefined };
    case 'set-default': {
      const side = (ref: RoleRef | undefined): Side =>
        ref && { defaults: { [change.key]: ref.friendlyName } };
      return { before: side(change.before), after: side(change.after) };
    }
    case 'move-users': {
      const side = (ref: RoleRef) => ({ users: change.users, role: ref.friendlyName });
      return { before: side(change.from), after: side(change.to) };
    }
    case 'create-user': {
      const { user, role, friendlyName, attributes } = change;
      return {
        before: undefined,
        after: {
          identity: user.identity,
          role: role?.friendlyName,
          friendlyName,
          attributes: value(attributes),
        },
      };
    }
    case 'update-user': {
      const { user, role, friendlyName, attributes } = change;
      const side = (when: 'before' | 'after') => ({
        identity: user.identity,
        role: role?.[when]?.friendlyName,
        friendlyName: friendlyName?.[when],
        attributes: value(attributes?.[when]),
      });
      return { before: side('before'), after: side('after') };
    }
    case 'delete-user': {
      const { identity, friendlyName, attributes } = change.before;
      return { before: { identity, friendlyName, attributes: value(attributes) }, after: undefined };
    }
  }
}

function role({ friendlyName, type }: RoleRef, permissions: readonly string[], from?: RoleRef): Side {
  return { friendlyName, type, renamedFrom: from?.friendlyName, permissions: [...permissions].sort() };
}

/** Attributes as the mapping that they are, where they are one and no number loses digits by it. */
function value(attributes: string | undefined): unknown {
  if (attributes === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(attributes);
    return sameAttributes(attributes, JSON.stringify(read)) ? read : attributes;
  } catch {
    return attributes;
  }
}

function yaml(side: Side): string {
  if (!side) return '';
  const written = Object.fromEntries(Object.entries(side).filter(([, field]) => field !== undefined));
  return dump(written, { lineWidth: -1, noRefs: true });
}
