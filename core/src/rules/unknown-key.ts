import { type KeyInfo, keyInfo, keysOf, type Place } from '../document/keys';
import type { Finding } from '../finding';
import { didYouMean } from '../near-miss';
import { atAlias } from './parts/at-alias';
import { changeTo } from './parts/change-to';
import type { PlacedMapping } from './parts/fields';
import { placeNames } from './parts/places';
import { unknownKeys } from './parts/unknown-keys';
import { listed, quoted } from './parts/words';
import type { Rule } from './rule';

export const unknownKey = {
  id: 'unknown-key',
  severity: 'error',
  scope: 'entry',
  fixable: true,
  summary: 'A key is not part of the format.',
  why: 'A key that is not understood would be passed over in silence, and what it was meant to say would never be deployed. Keys are in camelCase, as Twilio spells them in its Node library. A key for notes and anchors of your own begins with `x-`.',
  bad: `
roles:
  - friendly_name: Customer
    type: conversation
    permissions: [sendMessage]
`,
  good: `
x-team: billing
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  *check(_, { mappings, fields }) {
    const keys = mappings.reduce((sum, { mapping }) => sum + mapping.pairs.length, 0);
    if (keys === fields.length) return;
    for (const each of mappings) yield* atAlias(each.alias, wrongKeysIn(each));
  },
} as const satisfies Rule;

function* wrongKeysIn({ place, mapping }: PlacedMapping): Iterable<Finding> {
  for (const { key } of mapping.pairs) {
    if (key.kind === 'scalar' || key.kind === 'alias') continue;
    yield { start: key.start, end: key.end, message: `A key ${placeNames[place]} must be a single word` };
  }
  for (const { key, meant, free } of unknownKeys(place, mapping)) {
    const { start, end } = key;
    if (key.value === '<<') {
      yield { start, end, message: merging };
      continue;
    }
    const remedy = didYouMean(meant, otherwise(key.value, place, free));
    const message = `Unknown key ${quoted(key.value)} ${placeNames[place]}; ${remedy}`;
    yield { start, end, message, fixes: changeTo(key, meant) };
  }
}

/** YAML 1.2 has no merges, so readers differ. */
const merging =
  '"<<" is not part of the format; write the keys here, or share a list of permissions by an alias';

function otherwise(typed: string, place: Place, free: readonly KeyInfo[]): string {
  const home = (Object.keys(keysOf) as Place[]).find((each) => each !== place && keyInfo(each, typed));
  if (home) return `it belongs ${placeNames[home]}`;
  const keys = free.map(({ key }) => key);
  const known = keys.length > 0 ? `${listed(keys, 'and')} may still be written here, and ` : '';
  return `${known}a key of your own begins with "x-"`;
}
