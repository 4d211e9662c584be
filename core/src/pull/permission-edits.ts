import { type Document, isAlias, isNode, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { without } from '../plan/canonical';
import { scalar } from './scalar';
import type { SourceText, TextEdit } from './source-text';

/** What it takes to make a list of permissions this set: items go and come, all others stay as they are written. */
export function permissionEdits(
  list: Node,
  live: readonly string[],
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  const kept = keptBy(list, live, doc);
  const missing = without(live, kept);
  if (isSeq(list)) {
    if (missing.length === 0 && stays(list, live, doc)) return [];
    if (source.isShort(list)) return [rewritten(list, live, missing, doc, source)];
    const insertion = missing.length > 0 ? [source.insertItems(list, missing.map(scalar))] : [];
    return [...removals(list, live, doc, source), ...insertion];
  }
  // A list that belongs to another place, or none at all: this role gets its own.
  const same = missing.length === 0 && without(kept, live).length === 0 && sameAs(list, live, doc);
  return same ? [] : [source.replace(list, `[${live.map(scalar).join(', ')}]`)];
}

/** The permissions that a node says, aliases followed. */
export function permissionsIn(node: unknown, doc: Document): readonly string[] {
  if (isAlias(node)) return permissionsIn(node.resolve(doc), doc);
  if (isSeq(node)) return node.items.flatMap((item) => permissionsIn(item, doc));
  return isScalar(node) && node.value !== null ? [String(node.source ?? node.value)] : [];
}

/** Whether an item stays as it is written: nothing in it has to go. */
function stays(item: unknown, live: readonly string[], doc: Document): boolean {
  return permissionsIn(item, doc).every((permission) => live.includes(permission));
}

/** What a list still says once its removals are done. */
function keptBy(list: Node, live: readonly string[], doc: Document): readonly string[] {
  if (!isSeq(list)) return permissionsIn(list, doc).filter((permission) => live.includes(permission));
  return list.items.flatMap((item) =>
    isSeq(item) ? keptBy(item, live, doc) : stays(item, live, doc) ? permissionsIn(item, doc) : [],
  );
}

function sameAs(list: Node, live: readonly string[], doc: Document): boolean {
  const now = permissionsIn(list, doc);
  return without(now, live).length === 0 && without(live, now).length === 0;
}

/** A short list written anew: an item that goes leaves its anchor, since others may refer to it. */
function rewritten(
  list: YAMLSeq,
  live: readonly string[],
  missing: readonly string[],
  doc: Document,
  source: SourceText,
): TextEdit {
  const texts = source.itemTexts(list).flatMap((text, i) => {
    const item = list.items[i];
    if (stays(item, live, doc)) return text;
    const anchor = /^&[^\s,[\]{}]+/.exec(text)?.[0];
    const left = isSeq(item) ? keptBy(item, live, doc).map(scalar) : [];
    if (anchor) return `${anchor} [${left.join(', ')}]`;
    return left;
  });
  return source.replaceItems(list, [...texts, ...missing.map(scalar)]);
}

function removals(
  list: YAMLSeq,
  live: readonly string[],
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  return list.items.flatMap((item) => {
    if (!isNode(item) || stays(item, live, doc)) return [];
    if (isSeq(item)) {
      const left = keptBy(item, live, doc);
      // YAML has no block list of nothing.
      if (left.length === 0) return [source.replace(item, '[]')];
      return source.isShort(item)
        ? [rewritten(item, live, [], doc, source)]
        : removals(item, live, doc, source);
    }
    return 'anchor' in item && item.anchor ? [source.replace(item, '[]')] : [source.removeItem(list, item)];
  });
}
