import {
  aliasIn,
  contentOf,
  mappingOf,
  type Resolve,
  sharedMapping,
  valueUnder,
} from '../../document/entries';
import { type KeyInfo, keyInfo, type Place } from '../../document/keys';
import type {
  Block,
  YamlAlias,
  YamlContent,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlScalar,
} from '../../document/model';

/** A mapping of a block whose keys are the format's. */
export interface PlacedMapping {
  readonly place: Place;
  readonly mapping: YamlMapping;
  /** The alias that brings it in: then it has its places elsewhere, and `atAlias` says what is found there. */
  readonly alias?: YamlAlias;
}

/** A known key of the format with what the file has there. */
export interface Field {
  readonly place: Place;
  readonly info: KeyInfo;
  readonly key: YamlScalar;
  /** Never an alias, but what it stands for. */
  readonly value: YamlContent | undefined;
  /** The alias that brings in the value, or the key as well. */
  readonly alias?: YamlAlias;
}

/** Every mapping of a block whose keys are the format's, the outer ones first. */
export function mappingsOf({ entry }: Block, resolve: Resolve): readonly PlacedMapping[] {
  const { node, kind } = entry;
  const own = [...placed(kind, node, resolve)];
  return kind === 'head' && node?.kind === 'mapping' ? [...own, ...mappingsInHead(node, resolve)] : own;
}

function* mappingsInHead(node: YamlMapping, resolve: Resolve): Iterable<PlacedMapping> {
  yield* placed('defaults', valueUnder(node, 'defaults'), resolve);
  const services = valueUnder(node, 'services');
  const alias = aliasIn(services);
  for (const { value } of mappingOf(services, resolve)?.pairs ?? [])
    yield* placed('service', value, resolve, alias);
}

function* placed(
  place: Place,
  node: YamlNode | undefined,
  resolve: Resolve,
  alias = aliasIn(node),
): Iterable<PlacedMapping> {
  const mapping = sharedMapping(node, resolve, alias);
  if (mapping) yield { place, mapping, ...(alias && { alias }) };
}

/** Every known key of the mappings. */
export function fieldsOf(mappings: readonly PlacedMapping[], resolve: Resolve): readonly Field[] {
  const fields: Field[] = [];
  for (const { place, mapping, alias: around } of mappings) {
    for (const { key, value: written } of mapping.pairs) {
      const info = key.kind === 'scalar' ? keyInfo(place, key.value) : undefined;
      if (!info || key.kind !== 'scalar') continue;
      const value = written && contentOf(written, resolve);
      const alias = around ?? aliasIn(written);
      fields.push(alias ? { place, info, key, value, alias } : { place, info, key, value });
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
