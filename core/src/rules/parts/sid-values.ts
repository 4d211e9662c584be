import { isTooShared, type Resolve, textOf } from '../../document/entries';
import type { ValueKind } from '../../document/keys';
import type { Text, YamlMapping, YamlNode } from '../../document/model';
import type { SidPrefix } from '../../sid';
import type { Field } from './fields';

/** A place of the file where a SID belongs. */
export interface SidValue {
  readonly text: Text;
  readonly expected: SidPrefix;
  /** Whether the word `default` will do as well. */
  readonly orDefault: boolean;
}

const prefixes: ReadonlyMap<ValueKind, SidPrefix> = new Map([
  ['service', 'IS'],
  ['services', 'IS'],
  ['account-sid', 'AC'],
  ['role-sid', 'RL'],
  ['user-sid', 'US'],
  ['user-role', 'RL'],
]);

/** What a rule of SIDs is about: values that are one, or hold several by service. */
export const valuesWithSids: readonly ValueKind[] = [...prefixes.keys()];

/** What is to be a SID in a field. */
export function sidsIn({ info, value, alias }: Field, resolve: Resolve): readonly SidValue[] {
  const expected = prefixes.get(info.value);
  if (!expected || !value || (info.value === 'role-sid' && isTooShared(value, alias))) return [];
  const isByService = info.value === 'services' || info.value === 'role-sid';
  const nodes = value.kind === 'mapping' && isByService ? inMapping(value) : [value];
  return nodes.flatMap((node) => {
    const text = textOf(node, resolve);
    if (!text || (info.value === 'user-role' && !resemblesSid(text.value))) return [];
    return [{ text, expected, orDefault: expected === 'IS' }];
  });
}

function inMapping({ pairs }: YamlMapping): readonly YamlNode[] {
  return pairs.flatMap(({ value }) => value ?? []);
}

/** Whether a word that may be a role's name was rather meant as a SID: two letters and a long number, or `RL` and a number. */
export function resemblesSid(text: string): boolean {
  return /^(?:[A-Za-z]{2}[0-9A-Za-z]{24,44}|RL[0-9a-f]{3,})$/.test(text) && /\d/.test(text);
}
