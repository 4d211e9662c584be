import { valueUnder } from '../../document/entries';
import { type KeyInfo, keyInfo, type Place } from '../../document/keys';
import type { Block, YamlMapping, YamlNode, YamlPair, YamlScalar } from '../../document/model';

/** A mapping of a block whose keys are the format's. */
export interface PlacedMapping {
  readonly place: Place;
  readonly mapping: YamlMapping;
}

/** A known key of the format with what the file has there. */
export interface Field {
  readonly place: Place;
  readonly info: KeyInfo;
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
}

/** Every mapping of a block whose keys are the format's, the outer ones first. Aliases are looked at where they are defined. */
export function mappingsOf({ entry }: Block): readonly PlacedMapping[] {
  const { node, kind } = entry;
  if (node?.kind !== 'mapping') return [];
  const own: PlacedMapping = { place: kind, mapping: node };
  return kind === 'head' ? [own, ...mappingsInHead(node)] : [own];
}

function* mappingsInHead(node: YamlMapping): Iterable<PlacedMapping> {
  const defaults = valueUnder(node, 'defaults');
  if (defaults?.kind === 'mapping') yield { place: 'defaults', mapping: defaults };
  const services = valueUnder(node, 'services');
  if (services?.kind !== 'mapping') return;
  for (const { value } of services.pairs) {
    if (value?.kind === 'mapping') yield { place: 'service', mapping: value };
  }
}

/** Every known key of the mappings. */
export function fieldsOf(mappings: readonly PlacedMapping[]): readonly Field[] {
  const fields: Field[] = [];
  for (const { place, mapping } of mappings) {
    for (const { key, value } of mapping.pairs) {
      const info = key.kind === 'scalar' ? keyInfo(place, key.value) : undefined;
      if (info && key.kind === 'scalar') fields.push({ place, info, key, value });
    }
  }
  return fields;
}

/** The key and value of a mapping's pair. */
export function pairOf({ pairs }: YamlMapping, key: string): YamlPair | undefined {
  for (const pair of pairs) if (pair.key.kind === 'scalar' && pair.key.value === key) return pair;
  return undefined;
}

/** Whether keys may come into the mapping from elsewhere, by `<<`. */
export function hasMerge(mapping: YamlMapping): boolean {
  return pairOf(mapping, '<<') !== undefined;
}
