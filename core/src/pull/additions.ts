import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { DefaultKey } from '../document/model';
import type { Live } from '../plan/model';
import { defaultText } from './entries';
import { entry } from './new-file';
import type { SourceText, TextEdit } from './source-text';

/** Entries for the end of a list at the top, which is made where there is none. */
export function newEntries(
  key: 'roles' | 'users',
  entries: readonly (readonly string[])[],
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  if (entries.length === 0) return [];
  const list = doc.get(key, true);
  const last = isSeq(list) ? list.items.findLast(isNode) : undefined;
  if (isSeq(list) && list.flow) {
    // In brackets, an entry is JSON's cousin; a list that was written so stays so.
    return [source.insertItems(list, entries.map(flowEntry))];
  }
  if (isSeq(list) && last) {
    const indent = ' '.repeat(source.column(list));
    // As the entries that are there keep their distance, so do new ones.
    const apart = list.items.length > 1 && source.isAfterBlank(last) ? [''] : [];
    return [
      source.insertLines(
        last,
        entries.flatMap((lines) => [...apart, ...entry(lines, indent)]),
      ),
    ];
  }
  const lines = entries.flatMap((each) => entry(each, '  '));
  return [section(key, lines, doc, source)];
}

/** Defaults that the file doesn't name. */
export function newDefaults(
  keys: readonly DefaultKey[],
  live: Live,
  doc: Document,
  source: SourceText,
): readonly TextEdit[] {
  const defaults = doc.get('defaults', true);
  const missing = keys.flatMap((key) => {
    const role = defaultText(key, live);
    return role === undefined || (isMap(defaults) && defaults.has(key)) ? [] : [`${key}: ${role}`];
  });
  if (missing.length === 0) return [];
  if (!isMap(defaults))
    return [
      section(
        'defaults',
        missing.map((line) => `  ${line}`),
        doc,
        source,
      ),
    ];
  if (defaults.flow) {
    const { start } = source.replace(defaults, '');
    const comma = defaults.items.length > 0 ? ', ' : ' ';
    return [{ start: start + 1, end: start + 1, newText: ` ${missing.join(', ')}${comma}`.trimEnd() }];
  }
  const indent = ' '.repeat(source.column(defaults));
  return [
    source.insertLines(
      defaults,
      missing.map((line) => indent + line),
    ),
  ];
}

/** A key at the top with lines below it: after the key where it stands alone, else at the file's end. */
function section(key: string, lines: readonly string[], doc: Document, source: SourceText): TextEdit {
  const root = doc.contents;
  const pair = isMap(root)
    ? root.items.find((each) => isScalar(each.key) && each.key.value === key)
    : undefined;
  if (pair && isNode(pair.key)) return source.insertLines(pair.key, lines);
  const end = source.text.length;
  const text = ['', `${key}:`, ...lines].map((line) => `${line}${source.lineBreak}`).join('');
  return {
    start: end,
    end,
    newText: source.text.endsWith('\n') || end === 0 ? text : source.lineBreak + text,
    last: true,
  };
}

function flowEntry(lines: readonly string[]): string {
  const [list] = lines.flatMap((line, i) => (line === 'permissions:' ? [i] : []));
  if (list === undefined) return `{ ${lines.join(', ')} }`;
  const permissions = lines.slice(list + 1).map((line) => line.replace(/^ *- /, ''));
  return `{ ${[...lines.slice(0, list), `permissions: [${permissions.join(', ')}]`].join(', ')} }`;
}
