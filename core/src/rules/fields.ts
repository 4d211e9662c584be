import { isExtensionKey, type KeyInfo, keyInfo, type Place } from '../document/keys';
import type { Block, YamlMapping, YamlNode, YamlScalar } from '../document/model';

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
export function* mappingsOf({ entry }: Block): Iterable<PlacedMapping> {
  const { node } = entry;
  if (node?.kind !== 'mapping') return;
  yield { place: entry.kind, mapping: node };
  if (entry.kind !== 'head') return;
  const defaults = valueAt(node, 'defaults');
  if (defaults?.kind === 'mapping') yield { place: 'defaults', mapping: defaults };
  const services = valueAt(node, 'services');
  if (services?.kind !== 'mapping') return;
  for (const { value } of services.pairs) {
    if (value?.kind === 'mapping') yield { place: 'service', mapping: value };
  }
}

/** Every known key of a block. */
export function* fieldsOf(block: Block): Iterable<Field> {
  for (const { place, mapping } of mappingsOf(block)) {
    for (const { key, value } of mapping.pairs) {
      if (key.kind !== 'scalar') continue;
      const info = keyInfo(place, key.value);
      if (info) yield { place, info, key, value };
    }
  }
}

/** What a mapping has under a key; the first where it has the key twice. */
export function valueAt(mapping: YamlMapping, key: string): YamlNode | undefined {
  return pairOf(mapping, key)?.value;
}

/** The key and value of a mapping's pair. */
export function pairOf(mapping: YamlMapping, key: string) {
  return mapping.pairs.find((pair) => pair.key.kind === 'scalar' && pair.key.value === key);
}

/** Whether keys may come into the mapping from elsewhere, by `<<`. */
export function hasMerge(mapping: YamlMapping): boolean {
  return pairOf(mapping, '<<') !== undefined;
}

/** Whether a rule about the format's keys has nothing to say of this one. */
export function isForeignKey(key: string): boolean {
  return key === '<<' || isExtensionKey(key);
}

/** Whether YAML takes it as no value at all: nothing, `~` or `null`. */
export function isNull(node: YamlNode | undefined): boolean {
  if (!node) return true;
  return node.kind === 'scalar' && node.style === 'plain' && /^(|~|null|Null|NULL)$/.test(node.value);
}
