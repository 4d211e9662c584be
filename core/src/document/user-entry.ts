import { attributesJson } from './attributes';
import { aliasIn, type Mutable, type Resolve, sharedMapping, textOf, valueUnder } from './entries';
import type { UserEntry, YamlAlias, YamlNode } from './model';

/** From the nodes of a user to what it says. What isn't of the right shape is left out; rules say so. */
export function userEntry(node: YamlNode | undefined, resolve: Resolve): UserEntry {
  const entry: Mutable<UserEntry> = { kind: 'user', node };
  const mapping = sharedMapping(node, resolve);
  const through = aliasIn(node);
  for (const key of ['identity', 'sid', 'role', 'friendlyName'] as const) {
    const text = textOf(valueUnder(mapping, key), resolve, through);
    if (text) entry[key] = text;
  }
  const written = valueUnder(mapping, 'attributes');
  const attributes = written && through ? sharedAttributes(written, resolve, through) : written;
  if (attributes) entry.attributes = attributes;
  return entry;
}

/** Attributes of a user that is an alias, as the string that they come to: their nodes have their places elsewhere. */
function sharedAttributes(node: YamlNode, resolve: Resolve, through: YamlAlias): YamlNode | undefined {
  const value = attributesJson(node, resolve, through);
  if (typeof value !== 'string') return undefined;
  return { kind: 'scalar', style: 'double', value, start: through.start, end: through.end };
}
