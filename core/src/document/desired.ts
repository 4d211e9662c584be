import { isRoleType } from '../catalog';
import { type CheckOptions, check, productIn } from '../check';
import type { Desired, DesiredRole, DesiredUser, ServiceTarget } from '../plan/model';
import { printable } from '../printable';
import type { Problem } from '../problem';
import { isSid, type RoleSid } from '../sid';
import type { Span } from '../span';
import { attributesJson } from './attributes';
import { toFile } from './blocks';
import type { RolesDocument } from './document';
import type { Block, DefaultKey, RoleEntry, ServiceEntry, UserEntry } from './model';

export type Wanted = { readonly desired: Desired } | { readonly problems: readonly Problem[] };

/**
 * What a file asks of one service. A file with errors asks for nothing: its errors come back instead. `serviceName`
 * is a key under `services:`, and needed where there are several; a file that names no service has no `target`,
 * and whoever deploys it says where to.
 */
export function desired(document: RolesDocument, serviceName?: string, options?: CheckOptions): Wanted {
  const errors = check(document, options).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { problems: errors };
  const problems: Problem[] = [];
  const target = targetOf(document, serviceName, problems);
  const roles = document.roles.flatMap((block) => roleOf(block, target?.name, problems) ?? []);
  const users = document.users.flatMap((block) => userOf(document, block, problems) ?? []);
  if (problems.length > 0) return { problems };
  const defaults: { -readonly [K in DefaultKey]?: string } = {};
  for (const key of ['user', 'participant', 'creator'] as const) {
    const role = document.head.entry.defaults[key];
    if (role) defaults[key] = role.value;
  }
  return { desired: { product: productIn(document), ...(target && { target }), roles, defaults, users } };
}

function targetOf(
  { head }: RolesDocument,
  name: string | undefined,
  problems: Problem[],
): ServiceTarget | undefined {
  const { services } = head.entry;
  const refuse = (message: string): undefined => {
    const span = services[0]?.name ?? services[0]?.sid ?? { start: 0, end: 0 };
    problems.push({
      ...toFile(head, span),
      rule: 'unknown-service',
      severity: 'error',
      message: printable(message),
    });
  };
  if (name === undefined && services.length > 1) {
    return refuse(
      `The file names ${services.length} services; say which one to deploy to: ${listed(services)}`,
    );
  }
  const service = name === undefined ? services[0] : services.find((entry) => entry.name?.value === name);
  if (!service) return name === undefined ? undefined : refuse(noService(name, services));
  const { sid } = service;
  if (!sid || !(sid.value === 'default' || isSid(sid.value, 'IS'))) {
    return refuse(`Service ${quoted(service)} has no SID; write an IS SID, or "default"`);
  }
  const { account, region, edge } = service;
  return {
    ...(service.name && { name: service.name.value }),
    sid: sid.value,
    ...(account && isSid(account.value, 'AC') && { account: account.value }),
    ...(region && { region: region.value }),
    ...(edge && { edge: edge.value }),
  };
}

function noService(name: string, services: readonly ServiceEntry[]): string {
  if (!services.some((service) => service.name)) {
    return `The file has no "services:" to find ${JSON.stringify(name)} in; leave the name out, or write them`;
  }
  return `No service ${JSON.stringify(name)} in the file; it has ${listed(services)}`;
}

function roleOf(
  block: Block<RoleEntry>,
  service: string | undefined,
  problems: Problem[],
): DesiredRole | undefined {
  const { friendlyName, type, permissions, renamedFrom, sid } = block.entry;
  if (!friendlyName || !type || !isRoleType(type.value) || !permissions) {
    problems.push(
      problem(block, 'missing-key', 'A role needs "friendlyName", "type" and "permissions"; write them'),
    );
    return undefined;
  }
  const pin =
    sid === undefined || 'value' in sid ? sid : service === undefined ? undefined : sid.get(service);
  return {
    friendlyName: friendlyName.value,
    type: type.value,
    ...(pin && isSid(pin.value, 'RL') && { sid: pin.value }),
    ...(renamedFrom && { renamedFrom: renamedFrom.value }),
    permissions: [...new Set(permissions.items.map(({ value }) => value))].sort(),
  };
}

function userOf(
  document: RolesDocument,
  block: Block<UserEntry>,
  problems: Problem[],
): DesiredUser | undefined {
  const { identity, sid, role, friendlyName, attributes } = block.entry;
  if (!identity && !sid) {
    problems.push(problem(block, 'missing-key', 'A user needs "identity" or "sid"; write one'));
    return undefined;
  }
  const json = attributes && attributesJson(attributes, (alias) => document.resolve(alias));
  if (typeof json === 'object')
    problems.push(problem(block, 'malformed-attributes', json.message, attributes));
  return {
    ...(identity && { identity: identity.value }),
    ...(sid && isSid(sid.value, 'US') && { sid: sid.value }),
    ...(role && { role: role.value as string | RoleSid }),
    ...(friendlyName && { friendlyName: friendlyName.value }),
    ...(typeof json === 'string' && { attributes: json }),
  };
}

function problem(block: Block, rule: Problem['rule'], message: string, span?: Span): Problem {
  const node = span ?? block.entry.node ?? { start: 0, end: block.length };
  return { ...toFile(block, node), rule, severity: 'error', message: printable(message) };
}

function quoted(service: ServiceEntry): string {
  return JSON.stringify(service.name?.value ?? service.sid?.value ?? '');
}

function listed(services: readonly ServiceEntry[]): string {
  return services.map(quoted).join(', ');
}
