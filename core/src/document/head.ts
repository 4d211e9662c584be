import { fieldsOf, type Resolve, textOf } from './entries';
import type { DefaultKey, Head, ServiceEntry, Text, YamlNode } from './model';

const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

/** What the keys at the top say, beside the entries of `roles:` and `users:`. */
export function headEntry(node: YamlNode | undefined, resolve: Resolve): Head {
  const fields = fieldsOf(node, resolve);
  const product = textOf(fields.get('product'), resolve);
  return {
    kind: 'head',
    node,
    ...(product && { product }),
    services: [...single(fields.get('service'), resolve), ...named(fields.get('services'), resolve)],
    defaults: defaultsOf(fields.get('defaults'), resolve),
  };
}

function single(node: YamlNode | undefined, resolve: Resolve): ServiceEntry[] {
  const sid = textOf(node, resolve);
  return sid ? [{ sid }] : [];
}

function named(node: YamlNode | undefined, resolve: Resolve): ServiceEntry[] {
  const mapping = node?.kind === 'alias' ? resolve(node) : node;
  if (mapping?.kind !== 'mapping') return [];
  return mapping.pairs.flatMap(({ key, value }) => {
    const name = textOf(key, resolve);
    return name ? [{ name, ...service(value, resolve) }] : [];
  });
}

function service(node: YamlNode | undefined, resolve: Resolve): ServiceEntry {
  const sid = textOf(node, resolve);
  if (sid) return { sid };
  const fields = fieldsOf(node, resolve);
  const entry: { -readonly [K in 'sid' | 'account' | 'region' | 'edge']?: Text } = {};
  for (const key of ['sid', 'account', 'region', 'edge'] as const) {
    const text = textOf(fields.get(key), resolve);
    if (text) entry[key] = text;
  }
  return entry;
}

function defaultsOf(node: YamlNode | undefined, resolve: Resolve): Head['defaults'] {
  const fields = fieldsOf(node, resolve);
  const defaults: { -readonly [K in DefaultKey]?: Text } = {};
  for (const key of defaultKeys) {
    const text = textOf(fields.get(key), resolve);
    if (text) defaults[key] = text;
  }
  return defaults;
}
