/** Members of lists and mappings that come and go, each as its neighbours are written. */
import type { YamlMapping, YamlNode, YamlSequence } from '../document/model';
import type { Span } from '../span';
import { type SourceText, startOf, type TextEdit } from './source-text';

/** A list without some of its items, and with new ones. */
export function itemEdits(
  list: YamlSequence,
  isGone: (item: YamlNode) => boolean,
  added: readonly string[],
  source: SourceText,
): readonly TextEdit[] {
  const gone = list.items.filter(isGone);
  if (list.flow && !/[#\r\n]/.test(source.text.slice(list.start, list.end)))
    return shortEdits(list, isGone, added);
  const removed = list.flow
    ? gone.map((item) => removal(startOf(item), pastSign(',', item.end, source), list))
    : // Where an item shares its line, a list of nothing takes its place.
      gone.map((item) => source.removeItem(list, item) ?? source.replace(item, '[]'));
  return added.length > 0 ? [...removed, insertItems(list, added, source)] : removed;
}

/** In brackets on one line, what comes goes to the end. */
function shortEdits(
  list: YamlSequence,
  isGone: (item: YamlNode) => boolean,
  added: readonly string[],
): readonly TextEdit[] {
  const { items } = list;
  const last = items.findLastIndex((item) => !isGone(item));
  const removed = items.flatMap((item, i) => {
    if (!isGone(item)) return [];
    const [before, after] = [items[i - 1], items[i + 1]];
    if (i > last && before && last >= 0) return removal(before.end, item.end, list);
    return removal(startOf(item), after ? startOf(after) : item.end, list);
  });
  if (added.length === 0) return removed;
  const at = items.at(-1)?.end ?? list.start + 1;
  return [...removed, insertion(at, `${last < 0 ? '' : ', '}${added.join(', ')}`, list)];
}

/** New items: in lines after the others, in brackets before them, where no comment of theirs is in the way. */
export function insertItems(list: YamlSequence, items: readonly string[], source: SourceText): TextEdit {
  if (!list.flow) {
    const indent = ' '.repeat(source.column(list));
    const lines = items.map((item) => `${indent}- ${item}`);
    return source.insertLines(list, lines, list);
  }
  const text = items.join(', ');
  const at = list.start + 1;
  const rest = source.text.slice(at);
  if (list.items.length === 0) return insertion(at, text, list);
  if (/^[ \t]*(?:#|\r?\n)/.test(rest)) return insertion(at, `${text},`, list);
  return insertion(at, /^[ \t]/.test(rest) ? ` ${text},` : `${text}, `, list);
}

/** New pairs after the others. */
export function insertPairs(mapping: YamlMapping, pairs: readonly string[], source: SourceText): TextEdit {
  if (!mapping.flow) {
    const indent = ' '.repeat(source.column(mapping));
    const lines = pairs.map((pair) => indent + pair);
    return source.insertLines(mapping, lines, mapping);
  }
  const text = pairs.join(', ');
  const last = mapping.pairs.at(-1);
  if (last) return insertion(last.value?.end ?? pastSign(':', last.key.end, source), `, ${text}`, mapping);
  const at = mapping.start + 1;
  return insertion(at, source.text[at] === '}' ? ` ${text} ` : ` ${text}`, mapping);
}

function insertion(at: number, newText: string, of: Span): TextEdit {
  return { start: at, end: at, newText, of };
}

function removal(start: number, end: number, of: Span): TextEdit {
  return { start, end, newText: '', of };
}

/** Past a sign that comes next, if it does. */
function pastSign(sign: ',' | ':', from: number, { text }: SourceText): number {
  const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  return text[at] === sign ? at + 1 : from;
}
