import { type Product, permissionsOf, roleTypes } from '../catalog';
import { keysOf, type Place } from '../document/keys';
import type { Block, YamlMapping } from '../document/model';
import type { Finding, Fix } from '../finding';
import type { Span } from '../span';
import { atAlias } from './parts/at-alias';
import { hasMerge, pairOf } from './parts/fields';
import { firstLine } from './parts/first-line';
import { insertBefore } from './parts/insert-key';
import { placeNames } from './parts/places';
import { unknownKeys } from './parts/unknown-keys';
import { listed } from './parts/words';
import type { Rule } from './rule';

export const missingKey = {
  id: 'missing-key',
  severity: 'error',
  scope: 'entry',
  fixable: true,
  summary: 'A role, a user or a service lacks a key that it needs.',
  why: 'A role is created from its name, its type and its permissions, and a user is found by identity or SID. A region without an edge, or an edge without a region, makes a host name that Twilio does not have.',
  bad: `
roles:
  - friendlyName: Customer
    permissions: [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check(block, { product, mappings }) {
    return mappings.flatMap(({ place, mapping, alias }) => {
      const halves = place === 'service' ? halfAnAddress(mapping) : none;
      const lacking = lackingKeys(place, mapping);
      if (lacking.length === 0) return atAlias(alias, halves);
      const fixes = lacking.includes('type') ? addType(block, mapping, product) : [];
      const missing = { ...firstLine(block.text, mapping), message: messageFor(place, lacking), fixes };
      return atAlias(alias, [missing, ...halves]);
    });
  },
} as const satisfies Rule;

const none: readonly Finding[] = [];

const neededIn = (place: Place): readonly string[] =>
  keysOf[place].flatMap(({ key, required }) => (required ? [key] : []));
const neededKeys: Readonly<Record<Place, readonly string[]>> = {
  head: neededIn('head'),
  service: neededIn('service'),
  defaults: neededIn('defaults'),
  role: neededIn('role'),
  user: neededIn('user'),
};

/** The keys that a mapping needs and doesn't have, where it may not have them in another spelling or by a merge. */
function lackingKeys(place: Place, mapping: YamlMapping): readonly string[] {
  const isNameless = place === 'user' && !pairOf(mapping, 'identity') && !pairOf(mapping, 'sid');
  const hasAll = !isNameless && neededKeys[place].every((key) => pairOf(mapping, key));
  if (hasAll || hasMerge(mapping)) return [];
  const lacking = neededKeys[place].filter((key) => !pairOf(mapping, key));
  if (isNameless) lacking.push('identity');
  // A key that is only misspelt is there; the rule of unknown keys speaks of it.
  const meant = [...unknownKeys(place, mapping)].flatMap((unknown) => unknown.meant);
  if (isNameless && meant.includes('sid')) return [];
  return lacking.filter((key) => !meant.includes(key));
}

function messageFor(place: Place, lacking: readonly string[]): string {
  return place === 'user'
    ? 'Missing "identity" or "sid" in a user; write the one that the user is known by'
    : `Missing ${listed(lacking, 'and')} ${placeNames[place]}; every ${place} needs ${lacking.length > 1 ? 'them' : 'it'}`;
}

/** The types in which everything that the role may do works. */
function addType({ entry, text }: Block, mapping: YamlMapping, product: Product): readonly Fix[] {
  const before = pairOf(mapping, 'permissions');
  const items = entry.kind === 'role' ? entry.permissions?.items : undefined;
  if (!before || !items) return [];
  const types = roleTypes[product].filter((type) =>
    items.every(({ value }) => permissionsOf(type).has(value)),
  );
  return types.flatMap((type) => {
    const edits = insertBefore(text, mapping, before, `type: ${type}`);
    if (edits.length === 0) return [];
    return [{ title: `Add "type: ${type}"`, edits, ...(types.length === 1 && { preferred: true }) }];
  });
}

function halfAnAddress(mapping: YamlMapping): readonly Finding[] {
  const region = pairOf(mapping, 'region');
  const edge = pairOf(mapping, 'edge');
  if (region && !edge) return [half(region.key, 'region', 'edge')];
  return edge && !region ? [half(edge.key, 'edge', 'region')] : none;
}

function half({ start, end }: Span, there: string, lacking: string): Finding {
  return { start, end, message: `Missing "${lacking}" beside "${there}"; write both or neither` };
}
