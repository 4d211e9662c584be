import { keysOf, type Place } from '../document/keys';
import type { YamlMapping } from '../document/model';
import type { Finding } from '../finding';
import type { Span } from '../span';
import { hasMerge, mappingsOf, pairOf } from './fields';
import { firstLine } from './first-line';
import { placeNames } from './places';
import type { Rule } from './rule';
import { unknownKeys } from './unknown-keys';
import { listed } from './words';

export const missingKey = {
  id: 'missing-key',
  severity: 'error',
  scope: 'entry',
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
  *check(block) {
    for (const { place, mapping } of mappingsOf(block)) {
      if (hasMerge(mapping)) continue;
      yield* missing(place, mapping, firstLine(block.text, mapping));
      if (place === 'service') yield* halfAnAddress(mapping);
    }
  },
} as const satisfies Rule;

function* missing(place: Place, mapping: YamlMapping, span: Span): Iterable<Finding> {
  // A key that is only misspelt is there; the rule of unknown keys speaks of it.
  const meant = [...unknownKeys(place, mapping)].flatMap((unknown) => unknown.meant);
  const isThere = (key: string) => pairOf(mapping, key) !== undefined || meant.includes(key);
  const lacking = keysOf[place].flatMap(({ key, required }) => (required && !isThere(key) ? [key] : []));
  if (lacking.length > 0) {
    const message = `Missing ${listed(lacking, 'and')} ${placeNames[place]}; every ${place} needs ${lacking.length > 1 ? 'them' : 'it'}`;
    yield { ...span, message };
  }
  if (place === 'user' && !isThere('identity') && !isThere('sid')) {
    yield {
      ...span,
      message: 'Missing "identity" or "sid" in a user; write the one that the user is known by',
    };
  }
}

function* halfAnAddress(mapping: YamlMapping): Iterable<Finding> {
  const region = pairOf(mapping, 'region');
  const edge = pairOf(mapping, 'edge');
  if (region && !edge) yield half(region.key, 'region', 'edge');
  if (edge && !region) yield half(edge.key, 'edge', 'region');
}

function half({ start, end }: Span, there: string, lacking: string): Finding {
  return { start, end, message: `Missing "${lacking}" beside "${there}"; write both or neither` };
}
