import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';
import { type RoleScope, scopeOf } from '../catalog';
import { sameAttributes } from '../plan/canonical';
import type { Live, LiveUser } from '../plan/model';
import { defaultText, type InFile, roleText } from './entries';
import type { FileEntry } from './matched-roles';
import { attributesText, scalar } from './scalar';
import type { SourceText, TextEdit } from './source-text';

/** Fields of a user that the file gives and that aren't so. Those that it doesn't give aren't managed, and stay out. */
export function userEdits(
  { map, text }: FileEntry,
  user: LiveUser,
  live: Live,
  inFile: InFile,
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const put = (key: string, newText: string | undefined) => {
    const node = map.get(key, true);
    if (isValue(node) && newText !== undefined) edits.push(source.replace(node, newText));
  };
  const role = text('role');
  if (role !== undefined && !means(role, 'service', user.roleSid, live)) {
    put('role', user.roleSid && roleText(user.roleSid, live, inFile));
  }
  const friendlyName = text('friendlyName');
  if (friendlyName !== undefined && friendlyName !== (user.friendlyName ?? '')) {
    put('friendlyName', scalar(user.friendlyName ?? ''));
  }
  const attributes = map.get('attributes', true);
  if (isValue(attributes) && !sameAttributes(jsonOf(attributes, doc), user.attributes)) {
    edits.push(...attributeEdits(attributes, user.attributes ?? '{}', doc, source));
  }
  return edits;
}

/** Defaults that the file gives and that aren't so. */
export function defaultEdits(live: Live, doc: Document, source: SourceText): readonly TextEdit[] {
  const defaults = doc.get('defaults', true);
  if (!isMap(defaults)) return [];
  return (['user', 'participant', 'creator'] as const).flatMap((key) => {
    const node = defaults.get(key, true);
    const name: unknown = defaults.get(key);
    const scope = key === 'user' ? 'service' : 'conversation';
    const newText = defaultText(key, live);
    if (!isValue(node) || typeof name !== 'string' || newText === undefined) return [];
    return means(name, scope, live.defaults[key], live) ? [] : [source.replace(node, newText)];
  });
}

/** Whether a name or a SID is that of this role. */
function means(named: string, scope: RoleScope, sid: string | undefined, live: Live): boolean {
  const role = live.roles.find((other) => other.sid === sid);
  return (
    role !== undefined &&
    (named === role.sid || (named === role.friendlyName && scopeOf(role.type) === scope))
  );
}

/** Whether something is written there; where nothing is, the field isn't given. */
function isValue(node: unknown): node is Node {
  return isNode(node) && !(isScalar(node) && node.value === null);
}

function jsonOf(node: Node, doc: Document): string {
  let value: unknown;
  try {
    value = node.toJS(doc);
  } catch {
    // An alias of nothing, or of too much, says no value: the live one takes its place.
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Key by key where the mapping is written in lines, so that the comments between them stay; else as a whole. */
function attributeEdits(
  node: Node,
  attributes: string,
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  const whole = [source.replace(node, attributesText(attributes))];
  const value = objectOf(attributes);
  if (!isMap(node) || node.flow || !value || Object.keys(value).length === 0) return whole;
  const named = new Set<string>();
  const edits: TextEdit[] = [];
  for (const { key, value: member } of node.items) {
    if (!isScalar(key) || !isNode(member)) return whole;
    const name = String(key.value);
    named.add(name);
    const now = value[name];
    if (now === undefined) {
      const edit = source.removePair(key, member);
      if (!edit) return whole;
      edits.push(edit);
    } else if (!sameAttributes(jsonOf(member, doc), JSON.stringify(now))) {
      edits.push(...attributeEdits(member, JSON.stringify(now), doc, source));
    }
  }
  const indent = ' '.repeat(source.column(node));
  const added = Object.entries(value).filter(([name]) => !named.has(name));
  const lines = added.map(
    ([name, now]) => `${indent}${scalar(name)}: ${attributesText(JSON.stringify(now))}`,
  );
  return lines.length > 0 ? [...edits, source.insertLines(node, lines)] : edits;
}

function objectOf(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
