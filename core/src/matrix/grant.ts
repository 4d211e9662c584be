import type { Block, RoleEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from '../document/model';
import type { Edit } from '../problem';

/** Edits of the file's text, or a sentence that says why it has to be done by hand. */
export type GrantResult = { readonly edits: readonly Edit[] } | { readonly refused: string };

const byHand = (reason: string): GrantResult => ({ refused: `${reason} Change it in the file.` });

/**
 * What to write so that a role has a permission, or hasn't. Everything else of the file, comments too,
 * stays as it is. Spans of the edits count from the start of the file.
 */
export function setPermission(
  text: string,
  role: Block<RoleEntry>,
  permission: string,
  granted: boolean,
): GrantResult {
  const { entry } = role;
  if (entry.node?.kind !== 'mapping') return byHand('This role is not a mapping.');
  const has = entry.permissions?.items.filter((item) => item.value === permission) ?? [];
  if (granted === has.length > 0) return { edits: [] };
  const source = text.slice(role.start, role.start + role.length);
  const result = granted
    ? grant(source, entry.node, permission)
    : revoke(source, entry.node, permission, has.find((item) => item.alias)?.alias);
  return 'refused' in result
    ? result
    : {
        edits: result.edits.map((edit) => ({
          ...edit,
          start: edit.start + role.start,
          end: edit.end + role.start,
        })),
      };
}

function grant(source: string, role: YamlMapping, permission: string): GrantResult {
  const pair = permissionsPair(role);
  if (!pair) return grantFirst(source, role, permission);
  const list = pair.value;
  if (!list) return insert(colonEnd(source, pair.key.end), ` [${permission}]`);
  if (list.kind === 'alias') {
    return { edits: [{ start: list.start, end: list.end, newText: `[*${list.name}, ${permission}]` }] };
  }
  if (list.kind !== 'sequence') return byHand('"permissions" is not a list.');
  if (list.anchor) return byHand(`The list is the anchor "&${list.anchor}", which others may use.`);
  const last = list.items.at(-1);
  if (!last) return { edits: [{ start: list.start, end: list.end, newText: `[${permission}]` }] };
  if (list.flow) return insert(last.end, `, ${permission}`);
  const dash = dashBefore(source, last);
  if (dash === undefined) return byHand('The list is not written one permission a line.');
  const lineStart = source.lastIndexOf('\n', dash) + 1;
  return insert(
    lineEnd(source, contentEnd(source, last)),
    `${newline(source)}${source.slice(lineStart, dash)}- ${permission}`,
  );
}

/** For a role that has no `permissions` yet. */
function grantFirst(source: string, role: YamlMapping, permission: string): GrantResult {
  const last = role.pairs.at(-1);
  const first = role.pairs[0];
  if (!last || !first || role.flow) return byHand('The role has no "permissions" list.');
  const column = first.key.start - (source.lastIndexOf('\n', first.key.start) + 1);
  const end = lineEnd(source, contentEnd(source, last.value ?? last.key));
  return insert(end, `${newline(source)}${' '.repeat(column)}permissions: [${permission}]`);
}

function revoke(
  source: string,
  role: YamlMapping,
  permission: string,
  alias: string | undefined,
): GrantResult {
  if (alias) return byHand(`"${permission}" comes in by "*${alias}".`);
  const pair = permissionsPair(role);
  if (pair?.value?.kind !== 'sequence') return byHand('"permissions" is not a list.');
  const edits: Edit[] = [];
  for (const list of listsIn(pair.value)) {
    const hits = list.items.filter(
      (item): item is YamlScalar => item.kind === 'scalar' && item.value === permission,
    );
    if (hits.length === 0) continue;
    if (list.anchor) return byHand(`The list is the anchor "&${list.anchor}", which others may use.`);
    const shared = hits.find(({ anchor }) => anchor);
    if (shared) return byHand(`"${permission}" is the anchor "&${shared.anchor}", which others may use.`);
    if (hits.length === list.items.length) {
      const start = list === pair.value && !list.flow ? colonEnd(source, pair.key.end) : list.start;
      edits.push({ start, end: contentEnd(source, list), newText: list.flow ? '[]' : ' []' });
      continue;
    }
    if (list.flow && hits.length > 1) return byHand(`"${permission}" is there ${hits.length} times.`);
    for (const hit of hits) {
      const edit = list.flow ? removeFlow(list, hit) : removeLine(source, hit);
      if (!edit) return byHand('The list is not written one permission a line.');
      edits.push(edit);
    }
  }
  return { edits };
}

/** The item and the comma that parted it from a neighbour. */
function removeFlow(list: YamlSequence, item: YamlNode): Edit {
  const at = list.items.indexOf(item);
  const before = list.items[at - 1];
  const after = list.items[at + 1];
  if (before) return { start: before.end, end: item.end, newText: '' };
  return { start: item.start, end: after?.start ?? item.end, newText: '' };
}

/** The item's whole line, with the comment behind it. */
function removeLine(source: string, item: YamlNode): Edit | undefined {
  const dash = dashBefore(source, item);
  if (dash === undefined) return undefined;
  const start = source.lastIndexOf('\n', dash) + 1;
  const end = lineEnd(source, contentEnd(source, item));
  const last = end === source.length;
  return last
    ? { start: Math.max(0, start - newline(source).length), end, newText: '' }
    : { start, end: end + newline(source).length, newText: '' };
}

function permissionsPair(role: YamlMapping): YamlMapping['pairs'][number] | undefined {
  return role.pairs.find(({ key }) => key.kind === 'scalar' && key.value === 'permissions');
}

function* listsIn(list: YamlSequence): Iterable<YamlSequence> {
  yield list;
  for (const item of list.items) if (item.kind === 'sequence') yield* listsIn(item);
}

/** The item's dash, where nothing but blanks stands before the dash and between the two. */
function dashBefore(source: string, item: YamlNode): number | undefined {
  const lineStart = source.lastIndexOf('\n', item.start - 1) + 1;
  const [, indent] = /^([ \t]*)-[ \t]+$/.exec(source.slice(lineStart, item.start)) ?? [];
  return indent === undefined ? undefined : lineStart + indent.length;
}

/** A block collection's span may reach into the blank lines behind it. */
function contentEnd(source: string, node: YamlNode): number {
  return node.start + source.slice(node.start, node.end).trimEnd().length;
}

/** Where the line ends that holds `offset`, its line break not counted. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  if (end < 0) return source.length;
  return source[end - 1] === '\r' ? end - 1 : end;
}

function colonEnd(source: string, keyEnd: number): number {
  return source.indexOf(':', keyEnd) + 1;
}

function newline(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

function insert(at: number, newText: string): GrantResult {
  return { edits: [{ start: at, end: at, newText }] };
}
