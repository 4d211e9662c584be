import { aliasIn, mappingOf, type Resolve, textOf, valueUnder } from './entries';
import { keyInfo } from './keys';
import type { DefaultKey, Head, ServiceEntry, Text, YamlAlias, YamlMapping, YamlNode } from './model';

const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

/** What the keys at the top say, beside the entries of `roles:` and `users:`. */
export function headEntry(node: YamlNode | undefined, resolve: Resolve): Head {
  const values = knownValues(mappingOf(node, resolve));
  const product = textOf(values.get('product'), resolve);
  return {
    kind: 'head',
    node,
    ...(product && { product }),
    services: [...single(values.get('service'), resolve), ...named(values.get('services'), resolve)],
    defaults: defaultsOf(values.get('defaults'), resolve),
  };
}

/** What the head's known keys have, the first where a key is there twice. The other keys may be very many: one walk. */
function knownValues(mapping: YamlMapping | undefined): ReadonlyMap<string, YamlNode | undefined> {
  const values = new Map<string, YamlNode | undefined>();
  for (const { key, value } of mapping?.pairs ?? []) {
    if (key.kind !== 'scalar' || !keyInfo('head', key.value) || values.has(key.value)) continue;
    values.set(key.value, value);
  }
  return values;
}

function single(node: YamlNode | undefined, resolve: Resolve): ServiceEntry[] {
  const sid = textOf(node, resolve);
  return sid ? [{ sid }] : [];
}

function named(node: YamlNode | undefined, resolve: Resolve): ServiceEntry[] {
  const pairs = mappingOf(node, resolve)?.pairs ?? [];
  const through = aliasIn(node);
  return pairs.flatMap(({ key, value }) => {
    const name = textOf(key, resolve, through);
    return name ? [{ name, ...service(value, resolve, through) }] : [];
  });
}

function service(
  node: YamlNode | undefined,
  resolve: Resolve,
  through: YamlAlias | undefined = aliasIn(node),
): ServiceEntry {
  const sid = textOf(node, resolve, through);
  if (sid) return { sid };
  const fields = mappingOf(node, resolve);
  const entry: { -readonly [K in 'sid' | 'account' | 'region' | 'edge']?: Text } = {};
  for (const key of ['sid', 'account', 'region', 'edge'] as const) {
    const text = textOf(valueUnder(fields, key), resolve, through);
    if (text) entry[key] = text;
  }
  return entry;
}

function defaultsOf(node: YamlNode | undefined, resolve: Resolve): Head['defaults'] {
  const fields = mappingOf(node, resolve);
  const through = aliasIn(node);
  const defaults: { -readonly [K in DefaultKey]?: Text } = {};
  for (const key of defaultKeys) {
    const text = textOf(valueUnder(fields, key), resolve, through);
    if (text) defaults[key] = text;
  }
  return defaults;
}
