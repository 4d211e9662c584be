import { isExtensionKey, type KeyInfo, keyInfo, keysOf, type Place } from '../../document/keys';
import type { YamlMapping, YamlScalar } from '../../document/model';
import { fold, nearMisses } from '../../near-miss';
import { pairOf } from './fields';

/** A key that the format doesn't have, with the keys that it was most likely meant to be. */
export interface UnknownKey {
  readonly key: YamlScalar;
  readonly meant: readonly string[];
  /** The keys that its mapping doesn't have yet. */
  readonly free: readonly KeyInfo[];
}

export function* unknownKeys(place: Place, mapping: YamlMapping): Iterable<UnknownKey> {
  // Once for all keys, as there may be thousands; and not at all where none is unknown, as nearly always.
  let free: readonly KeyInfo[] | undefined;
  for (const { key } of mapping.pairs) {
    if (key.kind !== 'scalar' || isExtensionKey(key.value)) continue;
    if (keyInfo(place, key.value)) continue;
    free ??= freeKeys(place, mapping);
    yield { key, meant: meantBy(place, key.value, free), free };
  }
}

function freeKeys(place: Place, mapping: YamlMapping): readonly KeyInfo[] {
  return keysOf[place].filter(({ key }) => !pairOf(mapping, key));
}

/**
 * Words that people use for one of our keys first, then slips of the finger. Such a word for a key that is there
 * already means no other, however much it looks like one.
 */
function meantBy(place: Place, typed: string, free: readonly KeyInfo[]): readonly string[] {
  const synonyms = keysOf[place].filter((info) => isSynonym(typed, info));
  if (synonyms.length > 0) {
    const [meant] = synonyms.filter((info) => free.includes(info));
    return meant ? [meant.key] : [];
  }
  const near = nearMisses(
    typed,
    free.map(({ key }) => key),
  );
  if (near.length > 0) return near;
  const synonym = free.find(({ mistakenFor = [] }) => nearMisses(typed, mistakenFor).length > 0);
  return synonym ? [synonym.key] : [];
}

function isSynonym(typed: string, { mistakenFor = [] }: KeyInfo): boolean {
  const folded = fold(typed);
  return mistakenFor.some((word) => fold(word) === folded);
}
