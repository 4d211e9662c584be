import { attributesJson } from '../document/attributes';
import { isNull } from '../document/entries';
import type { YamlMapping, YamlNode, YamlPair, YamlSequence } from '../document/model';
import { canonicalJson, sameAttributes } from '../plan/canonical';
import { insertItems, insertPairs } from './members';
import type { RolesSource } from './roles-source';
import { attributesText, scalar, sureValue } from './scalar';
import type { TextEdit } from './source-text';

type JsonObject = Readonly<Record<string, unknown>>;

/** What it takes to make attributes these: member by member where they are a mapping, so that its comments stay. */
export function attributesEdits(node: YamlNode, json: string, file: RolesSource): readonly TextEdit[] {
  const { source, shared } = file;
  const written = node.kind === 'alias' ? shared.resolve(node) : node;
  if (isNull(written)) return [];
  const now = attributesJson(node, shared.resolve);
  const value = sureObject(json);
  // What aliases make endless or too long says no value: the live one takes its place.
  const isSo = typeof now === 'string' && sameAttributes(now, json);
  if (shared.says(node, `attributes ${value ? canonicalJson(value) : json}`, isSo)) return [];
  const edits = node.kind === 'mapping' && value ? pairEdits(node, value, file) : undefined;
  return edits ?? [source.replace(node, attributesText(json))];
}

/** The edits of a member, which `key` stands before unless it is an item. */
function memberEdits(node: YamlNode, value: unknown, file: RolesSource, key?: YamlNode): readonly TextEdit[] {
  const { source, shared } = file;
  if (shared.says(node, `member ${canonicalJson(value)}`, isSaid(node, value, file))) return [];
  if (node.kind === 'mapping' && isObject(value)) {
    const edits = pairEdits(node, value, file);
    if (edits) return edits;
  } else if (node.kind === 'sequence' && Array.isArray(value)) {
    const edits = listEdits(node, value, file);
    if (edits) return edits;
  }
  // Only the dashes of a list may stand right below their key.
  const isBelow = key && !isFlow(node) && source.column(key) === source.column(node);
  return [source.replace(node, `${isBelow ? '  ' : ''}${textOf(value)}`)];
}

/** Pair by pair; `undefined` where that can't be done. */
function pairEdits(
  mapping: YamlMapping,
  value: JsonObject,
  file: RolesSource,
): readonly TextEdit[] | undefined {
  const { source } = file;
  const names = mapping.pairs.map((pair) => nameOf(pair, file) ?? '');
  const isLive = (_: YamlPair, i: number) => Object.hasOwn(value, names[i] ?? '');
  const gone = mapping.pairs.filter((pair, i) => !isLive(pair, i));
  const added = Object.entries(value).filter(([name]) => !names.includes(name));
  const removed = gone.flatMap((pair) => source.removePair(pair) ?? []);
  const isFilled = Object.keys(value).length > 0;
  const isAlike = gone.length === 0 && added.length === 0;
  if (mapping.flow ? !isAlike : !isFilled || removed.length < gone.length) return undefined;
  const lines = added.map(([name, each]) => `${scalar(name)}: ${textOf(each)}`);
  return [
    ...removed,
    ...mapping.pairs.flatMap((pair, i) => {
      if (!isLive(pair, i)) return [];
      const each = value[names[i] ?? ''];
      if (pair.value) return memberEdits(pair.value, each, file, pair.key);
      return each === null ? [] : source.fill(pair, textOf(each));
    }),
    ...(lines.length > 0 ? [insertPairs(mapping, lines, source)] : []),
  ];
}

/** Item by item; `undefined` where that can't be done. */
function listEdits(
  list: YamlSequence,
  values: readonly unknown[],
  file: RolesSource,
): readonly TextEdit[] | undefined {
  const { items } = list;
  const { source } = file;
  const surplus = Math.max(0, items.length - values.length);
  // Past the items that are the same at the start, so that one out of the middle takes its own comments along.
  const first = items.findIndex((item, i) => i === values.length || !isSaid(item, values[i], file));
  const gone = items.slice(first, first + surplus);
  const left = items.filter((item) => !gone.includes(item));
  const added = values.slice(left.length).map(textOf);
  const removed = gone.flatMap((item) => source.removeItem(list, item) ?? []);
  const isAlike = items.length === values.length;
  if (list.flow ? !isAlike : values.length === 0 || removed.length < gone.length) return undefined;
  return [
    ...removed,
    ...left.flatMap((item, i) => memberEdits(item, values[i], file)),
    ...(added.length > 0 ? [insertItems(list, added, source)] : []),
  ];
}

/** Whether a member is this value. By itself, a scalar would be taken for JSON in a string. */
function isSaid(node: YamlNode, value: unknown, { shared }: RolesSource): boolean {
  const { start, end } = node;
  const json = attributesJson({ kind: 'sequence', flow: true, items: [node], start, end }, shared.resolve);
  return typeof json === 'string' && sameAttributes(json, JSON.stringify([value]));
}

function nameOf({ key }: YamlPair, { shared }: RolesSource): string | undefined {
  const name = key.kind === 'alias' ? shared.resolve(key) : key;
  return name?.kind === 'scalar' ? name.value : undefined;
}

function isFlow(node: YamlNode): boolean {
  return (node.kind !== 'mapping' && node.kind !== 'sequence') || node.flow;
}

/** The object that JSON is, where all of it can be written as YAML. */
function sureObject(json: string): JsonObject | undefined {
  const value = sureValue(json);
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return attributesText(JSON.stringify(value));
}
