import { isNull } from '../document/entries';
import type { DefaultKey, YamlNode } from '../document/model';
import type { Live } from '../plan/model';
import { defaultText } from './entries';
import { insertItems, insertPairs } from './members';
import { entry } from './new-file';
import { nodeUnder, pairUnder, type RolesSource } from './roles-source';
import type { TextEdit } from './source-text';

/** Entries for the end of a list at the top, which is made where there is none. */
export function newEntries(
  key: 'roles' | 'users',
  entries: readonly (readonly string[])[],
  file: RolesSource,
): readonly TextEdit[] {
  if (entries.length === 0) return [];
  const { root, source, shared } = file;
  const list = root && shared.follow(nodeUnder(root, key));
  if (list?.kind !== 'sequence') {
    const lines = entries.flatMap((each) => entry(each, '  '));
    return section(key, list, lines, `[${entries.map(flowEntry).join(', ')}]`, file);
  }
  // In brackets, an entry is JSON's cousin; a list that was written so stays so.
  if (list.flow) return [insertItems(list, entries.map(flowEntry), source)];
  const indent = ' '.repeat(source.column(list));
  const last = list.items.at(-1);
  // As the entries that are there keep their distance, so do new ones.
  const apart = list.items.length > 1 && last && source.isAfterBlank(last) ? [''] : [];
  const lines = entries.flatMap((each) => [...apart, ...entry(each, indent)]);
  return [source.insertLines(list, lines, list)];
}

/** Defaults that the file doesn't name. */
export function newDefaults(keys: readonly DefaultKey[], live: Live, file: RolesSource): readonly TextEdit[] {
  const { root, source, shared } = file;
  const defaults = root && shared.follow(nodeUnder(root, 'defaults'));
  const isMapping = defaults?.kind === 'mapping';
  const missing = keys.flatMap((key) => {
    const role = defaultText(key, live);
    return role === undefined || (isMapping && pairUnder(defaults, key)) ? [] : [`${key}: ${role}`];
  });
  if (missing.length === 0) return [];
  if (isMapping) return [insertPairs(defaults, missing, source)];
  const lines = missing.map((line) => `  ${line}`);
  return section('defaults', defaults, lines, `{ ${missing.join(', ')} }`, file);
}

/** A key at the top with what is below it, in lines or in brackets as the top is. */
function section(
  key: string,
  value: YamlNode | undefined,
  lines: readonly string[],
  inBrackets: string,
  { root, source }: RolesSource,
): readonly TextEdit[] {
  // Something else is there: `check` says so, and it isn't ours to throw away.
  if (!isNull(value)) return [];
  const pair = pairUnder(root, key);
  if (root?.flow) {
    if (!pair) return [insertPairs(root, [`${key}: ${inBrackets}`], source)];
    return [pair.value ? source.replace(pair.value, inBrackets) : source.fill(pair, inBrackets)];
  }
  const indent = ' '.repeat(root ? source.column(root) : 0);
  const below = lines.map((line) => indent + line);
  if (!root || !pair) return [source.appendLines([`${indent}${key}:`, ...below])];
  const nothing = pair.value && pair.value.start < pair.value.end ? [source.clear(pair.value)] : [];
  return [...nothing, source.insertLines(pair.key, below, root)];
}

function flowEntry(lines: readonly string[]): string {
  const [list] = lines.flatMap((line, i) => (line === 'permissions:' ? [i] : []));
  if (list === undefined) return `{ ${lines.join(', ')} }`;
  const permissions = lines.slice(list + 1).map((line) => line.replace(/^ *- /, ''));
  return `{ ${[...lines.slice(0, list), `permissions: [${permissions.join(', ')}]`].join(', ')} }`;
}
