/** From the nodes of an entry to what it says. What isn't of the right shape is left out; rules say so. */
import type { PermissionItem, RoleEntry, Text, UserEntry, YamlAlias, YamlContent, YamlNode } from './model';

/** What an alias stands for; `undefined` where its anchor isn't there. Never an alias itself. */
export type Resolve = (alias: YamlAlias) => YamlContent | undefined;

/** How many nodes of a list aliases may bring in: a bomb of aliases ends here. */
const mostThroughAliases = 1000;

export function roleEntry(node: YamlNode | undefined, resolve: Resolve): RoleEntry {
  const fields = fieldsOf(node, resolve);
  return {
    kind: 'role',
    node,
    ...defined('friendlyName', textOf(fields.get('friendlyName'), resolve)),
    ...defined('type', textOf(fields.get('type'), resolve)),
    ...defined('sid', sidOf(fields.get('sid'), resolve)),
    ...defined('renamedFrom', textOf(fields.get('renamedFrom'), resolve)),
    ...defined('permissions', permissionsOf(fields.get('permissions'), resolve)),
  };
}

export function userEntry(node: YamlNode | undefined, resolve: Resolve): UserEntry {
  const fields = fieldsOf(node, resolve);
  return {
    kind: 'user',
    node,
    ...defined('identity', textOf(fields.get('identity'), resolve)),
    ...defined('sid', textOf(fields.get('sid'), resolve)),
    ...defined('role', textOf(fields.get('role'), resolve)),
    ...defined('friendlyName', textOf(fields.get('friendlyName'), resolve)),
    ...defined('attributes', fields.get('attributes')),
  };
}

/** A mapping's values by key, of a repeated key the first; no fields where the node is no mapping. */
export function fieldsOf(node: YamlNode | undefined, resolve: Resolve): ReadonlyMap<string, YamlNode> {
  const fields = new Map<string, YamlNode>();
  const mapping = node?.kind === 'alias' ? resolve(node) : node;
  if (mapping?.kind !== 'mapping') return fields;
  for (const { key, value } of mapping.pairs) {
    if (key.kind === 'scalar' && value && !fields.has(key.value)) fields.set(key.value, value);
  }
  return fields;
}

/** A scalar's text. Through an alias, it stands where the alias does. YAML's null is nothing. */
export function textOf(node: YamlNode | undefined, resolve: Resolve): Text | undefined {
  const scalar = node?.kind === 'alias' ? resolve(node) : node;
  if (!node || scalar?.kind !== 'scalar' || isNull(scalar)) return undefined;
  return { value: scalar.value, start: node.start, end: node.end };
}

/** Whether a node is YAML's null: nothing at all, or a plain `null` or `~`. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.value);
}

function sidOf(node: YamlNode | undefined, resolve: Resolve): Text | ReadonlyMap<string, Text> | undefined {
  const target = node?.kind === 'alias' ? resolve(node) : node;
  if (target?.kind !== 'mapping') return textOf(node, resolve);
  const byService = new Map<string, Text>();
  for (const [service, value] of fieldsOf(node, resolve)) {
    const text = textOf(value, resolve);
    if (text) byService.set(service, text);
  }
  return byService;
}

function permissionsOf(node: YamlNode | undefined, resolve: Resolve): RoleEntry['permissions'] {
  const list = node?.kind === 'alias' ? resolve(node) : node;
  if (!node || list?.kind !== 'sequence') return undefined;
  const items: PermissionItem[] = [];
  const open = new Set<YamlNode>();
  let throughAliases = 0;
  const add = (item: YamlNode, alias: YamlAlias | undefined): void => {
    if (alias && ++throughAliases > mostThroughAliases) return;
    const place = alias ?? (item.kind === 'alias' ? item : undefined);
    const target = item.kind === 'alias' ? resolve(item) : item;
    if (target?.kind === 'scalar' && !isNull(target)) {
      const { start, end } = place ?? item;
      items.push({ value: target.value, start, end, ...(place && { alias: place.name }) });
    } else if (target?.kind === 'sequence' && !open.has(target)) {
      open.add(target);
      for (const child of target.items) add(child, place);
      open.delete(target);
    }
  };
  add(node, undefined);
  return { span: { start: node.start, end: node.end }, items };
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
