import type { Product } from '../catalog';
import type { FileIndex } from '../document/file-index';
import type { Block, Text } from '../document/model';
import type { LiveSnapshot } from '../live-snapshot';
import { isSid } from '../sid';
import { exampleLive } from './parts/example-live';
import {
  accountsOf,
  pinIn,
  pinnedRoles,
  serviceName,
  type TargetedService,
  targetedServices,
} from './parts/live-services';
import type { PlacedFinding, Rule } from './rule';

export const unknownLiveSid = {
  id: 'unknown-live-sid',
  severity: 'warning',
  scope: 'file',
  needs: 'live',
  summary: 'A SID names nothing that is live.',
  why: 'SIDs differ from service to service. One that was copied from another environment is well-formed and still wrong, and a deploy would stop at it.',
  exampleLive: exampleLive(['RL11111111111111111111111111111111', 'Customer']),
  bad: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid: RL22222222222222222222222222222222
    permissions: [sendMessage]
`,
  good: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid: RL11111111111111111111111111111111
    permissions: [sendMessage]
`,
  *check(index, { product, live }) {
    yield* services(index, product, live);
    const targeted = targetedServices(index, product, live);
    // With a service unknown, a SID that the others lack may be its own.
    const areAllKnown = targeted.length === index.head.entry.services.length && targeted.length > 0;
    yield* roles(index, targeted, areAllKnown);
    if (areAllKnown) yield* users(index, targeted);
  },
} as const satisfies Rule;

function* services(
  { head }: FileIndex,
  product: Product,
  live: readonly LiveSnapshot[],
): Iterable<PlacedFinding> {
  for (const entry of head.entry.services) {
    const accounts = accountsOf(entry, product, live);
    if (!entry.sid || !isSid(entry.sid.value, 'IS') || accounts.length === 0) continue;
    if (accounts.some(({ complete }) => !complete)) continue;
    const { value, start, end } = entry.sid;
    if (accounts.some((account) => account.services.some(({ sid }) => sid === value))) continue;
    const where = accounts.map(({ account }) => account).join(' or ');
    const message = `Account ${where} has no service with this SID; check the SID, the account and the region`;
    yield { block: head, start, end, message };
  }
}

function* roles(
  index: FileIndex,
  targeted: readonly TargetedService[],
  areAllKnown: boolean,
): Iterable<PlacedFinding> {
  for (const block of pinnedRoles(index)) {
    const { sid } = block.entry;
    if (sid && 'value' in sid) {
      if (areAllKnown) yield* missing(block, sid, targeted, 'role');
      continue;
    }
    for (const service of targeted) {
      const pin = pinIn(block.entry, service.entry);
      if (pin) yield* missing(block, pin, [service], 'role');
    }
  }
}

function* users(
  { usersBySid, usersByRoleSid }: FileIndex,
  targeted: readonly TargetedService[],
): Iterable<PlacedFinding> {
  for (const sid of usersBySid.names()) {
    for (const block of usersBySid.get(sid)) {
      if (block.entry.sid) yield* missing(block, block.entry.sid, targeted, 'user');
    }
  }
  for (const sid of usersByRoleSid.names()) {
    for (const block of usersByRoleSid.get(sid)) {
      if (block.entry.role) yield* missing(block, block.entry.role, targeted, 'role');
    }
  }
}

function* missing(
  block: Block,
  { value, start, end }: Text,
  services: readonly TargetedService[],
  kind: 'role' | 'user',
): Iterable<PlacedFinding> {
  if (!isSid(value, kind === 'role' ? 'RL' : 'US')) return;
  for (const service of services) {
    const known = kind === 'role' ? service.roles : service.users;
    if (!known || known.has(value)) return;
  }
  const where = services.map(serviceName).join(' or ');
  const message = `Service ${where} has no ${kind} with this SID; copy the one that the ${kind} has there`;
  yield { block, start, end, message };
}
