import { type KeyInfo, keysOf, type Place } from '../document/keys';
import type { YamlMapping, YamlScalar } from '../document/model';
import type { Finding } from '../finding';
import { changeTo } from './change-to';
import { isForeignKey, mappingsOf, pairOf } from './fields';
import { didYouMean, nearMisses } from './near-miss';
import { placeNames } from './places';
import type { Rule } from './rule';
import { listed, quoted } from './words';

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
  *check(block) {
    for (const { place, mapping } of mappingsOf(block)) {
      for (const { key } of mapping.pairs) {
        if (key.kind === 'alias') continue;
        if (key.kind !== 'scalar') {
          yield { start: key.start, end: key.end, message: `A key ${placeNames[place]} must be a word` };
        } else if (!isForeignKey(key.value) && !keysOf[place].some((info) => info.key === key.value)) {
          yield unknown(place, mapping, key);
        }
      }
    }
  },
} as const satisfies Rule;

function unknown(place: Place, mapping: YamlMapping, key: YamlScalar): Finding {
  const { start, end } = key;
  const free = keysOf[place].filter((info) => !pairOf(mapping, info.key));
  const near = meantBy(key.value, free);
  return {
    start,
    end,
    message: `Unknown key ${quoted(key.value)} ${placeNames[place]}; ${didYouMean(near, remedy(key.value, free))}`,
    fixes: changeTo(key, near),
  };
}

/** Slips of the finger, and words that people use for one of our keys. */
function meantBy(typed: string, free: readonly KeyInfo[]): readonly string[] {
  const near = nearMisses(
    typed,
    free.map(({ key }) => key),
  );
  if (near.length > 0) return near;
  return free
    .filter(({ mistakenFor = [] }) => nearMisses(typed, mistakenFor).length > 0)
    .map(({ key }) => key)
    .slice(0, 1);
}

function remedy(typed: string, free: readonly KeyInfo[]): string {
  const home = (Object.keys(keysOf) as Place[]).find((place) =>
    keysOf[place].some(({ key }) => key === typed),
  );
  if (home) return `it belongs ${placeNames[home]}`;
  const keys = free.map(({ key }) => key);
  const known = keys.length > 0 ? `known here: ${listed(keys, 'and')}; ` : '';
  return `${known}a key of your own begins with "x-"`;
}
