/** From the nodes of a role to what it says, and what all entries are read by. What isn't of the right shape is left out; rules say so. */
import type {
  PermissionItem,
  RoleEntry,
  Text,
  YamlAlias,
  YamlContent,
  YamlMapping,
  YamlNode,
  YamlScalar,
} from './model';

/** What an alias stands for; `undefined` where its anchor isn't there. Never an alias itself. */
export type Resolve = (alias: YamlAlias) => YamlContent | undefined;

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * How many nodes of a list aliases may bring in: a bomb of aliases ends here, and every role may have it. There are
 * far fewer permissions.
 */
const mostThroughAliases = 200;
const mostDeep = 64;
/** How many keys an entry or its pins may have, where an alias brings them in. */
export const mostSharedKeys = 200;

export function roleEntry(node: YamlNode | undefined, resolve: Resolve): RoleEntry {
  const entry: Mutable<RoleEntry> = { kind: 'role', node };
  const mapping = sharedMapping(node, resolve);
  const through = aliasIn(node);
  const friendlyName = textOf(valueUnder(mapping, 'friendlyName'), resolve, through);
  const type = textOf(valueUnder(mapping, 'type'), resolve, through);
  const sid = sidOf(valueUnder(mapping, 'sid'), resolve, through);
  const renamedFrom = textOf(valueUnder(mapping, 'renamedFrom'), resolve, through);
  const permissions = permissionsOf(valueUnder(mapping, 'permissions'), resolve, through);
  if (friendlyName) entry.friendlyName = friendlyName;
  if (type) entry.type = type;
  if (sid) entry.sid = sid;
  if (renamedFrom) entry.renamedFrom = renamedFrom;
  if (permissions) entry.permissions = permissions;
  return entry;
}

/** What a node is or stands for. */
export function contentOf(node: YamlNode, resolve: Resolve): YamlContent | undefined {
  return node.kind === 'alias' ? resolve(node) : node;
}

/** The node, if it's an alias: whatever is read through it is written elsewhere, and in this text it stands here. */
export function aliasIn(node: YamlNode | undefined): YamlAlias | undefined {
  return node?.kind === 'alias' ? node : undefined;
}

/** The mapping that a node is or stands for. */
export function mappingOf(node: YamlNode | undefined, resolve: Resolve): YamlMapping | undefined {
  const target = node?.kind === 'alias' ? resolve(node) : node;
  return target?.kind === 'mapping' ? target : undefined;
}

/** The same, save for one with too many keys that an alias brings in: every entry of the file may have that alias. */
export function sharedMapping(
  node: YamlNode | undefined,
  resolve: Resolve,
  through = aliasIn(node),
): YamlMapping | undefined {
  const mapping = mappingOf(node, resolve);
  return mapping && isTooShared(mapping, through) ? undefined : mapping;
}

/** Whether a mapping that the alias `through` brings in has so many keys that it isn't read. */
export function isTooShared(content: YamlContent, through: YamlAlias | undefined): boolean {
  return through !== undefined && content.kind === 'mapping' && content.pairs.length > mostSharedKeys;
}

/** What a mapping has under a key; the first where it has the key twice. */
export function valueUnder(mapping: YamlMapping | undefined, name: string): YamlNode | undefined {
  if (!mapping) return undefined;
  for (const { key, value } of mapping.pairs) if (key.kind === 'scalar' && key.value === name) return value;
  return undefined;
}

/** A scalar's text. Through an alias, or in what the alias `through` stands for, it stands where the alias does. */
export function textOf(
  node: YamlNode | undefined,
  resolve: Resolve,
  through = aliasIn(node),
): Text | undefined {
  const scalar = node && contentOf(node, resolve);
  if (scalar?.kind !== 'scalar' || isNull(scalar)) return undefined;
  if (!through) return scalar;
  return { value: scalar.value, start: through.start, end: through.end, alias: through.name };
}

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Whether YAML takes it as no value at all: nothing, or a plain `null` or `~`. */
export function isNull(node: YamlNode | undefined): boolean {
  if (!node) return true;
  return node.kind === 'scalar' && node.style === 'plain' && node.value.length < 5 && nulls.has(node.value);
}

function sidOf(
  node: YamlNode | undefined,
  resolve: Resolve,
  through = aliasIn(node),
): Text | ReadonlyMap<string, Text> | undefined {
  const mapping = sharedMapping(node, resolve, through);
  if (!mapping) return textOf(node, resolve, through);
  const byService = new Map<string, Text>();
  for (const { key, value } of mapping.pairs) {
    const text = textOf(value, resolve, through);
    if (text && key.kind === 'scalar' && !byService.has(key.value)) byService.set(key.value, text);
  }
  return byService;
}

/** What a list of permissions says, aliases followed; placed at `through` where all of it comes in by that one. */
export function permissionsOf(
  node: YamlNode | undefined,
  resolve: Resolve,
  through = aliasIn(node),
): RoleEntry['permissions'] {
  const list = node && contentOf(node, resolve);
  if (list?.kind !== 'sequence') return undefined;
  // As nearly all are: then the items are the list's own, and nothing is made.
  if (!through && list.items.every(isWord)) return { span: list, items: list.items };
  const items: PermissionItem[] = [];
  const open = new Set<YamlNode>();
  let throughAliases = 0;
  let isEndless = false;
  const add = (item: YamlNode, alias: YamlAlias | undefined): void => {
    if (alias && ++throughAliases > mostThroughAliases) return;
    const place = alias ?? aliasIn(item);
    const target = contentOf(item, resolve);
    if (target?.kind === 'scalar' && !isNull(target)) {
      items.push(
        place ? { value: target.value, start: place.start, end: place.end, alias: place.name } : target,
      );
    } else if (target && (open.has(target) || open.size === mostDeep)) {
      isEndless = true;
    } else if (target?.kind === 'sequence') {
      open.add(target);
      for (const child of target.items) add(child, place);
      open.delete(target);
    }
  };
  add(list, through);
  const overflows = isEndless || throughAliases > mostThroughAliases;
  return { span: through ?? list, items, ...(overflows && { overflows }) };
}

function isWord(item: YamlNode): item is YamlScalar {
  return item.kind === 'scalar' && !isNull(item);
}
