import type { ValueKind } from '../document/keys';
import type { YamlMapping, YamlNode, YamlScalar } from '../document/model';
import type { SidPrefix } from '../sid';
import { type Field, isNull } from './fields';

/** A place of the file where a SID belongs. */
export interface SidValue {
  readonly node: YamlScalar;
  readonly expected: SidPrefix;
  /** Whether the word `default` will do as well. */
  readonly orDefault: boolean;
}

/** Every value that is to be a SID, as it is written here; aliases are left alone. */
export function sidValues(fields: readonly Field[]): readonly SidValue[] {
  const values: SidValue[] = [];
  for (const { info, value } of fields) {
    const expected = expectedKinds[info.value];
    if (!expected || !value) continue;
    const isByService = info.value === 'services' || info.value === 'role-sid';
    for (const node of value.kind === 'mapping' && isByService ? inMapping(value) : [value]) {
      if (node.kind !== 'scalar' || isNull(node)) continue;
      if (info.value === 'user-role' && !resemblesSid(node.value)) continue;
      values.push({ node, expected, orDefault: expected === 'IS' });
    }
  }
  return values;
}

const expectedKinds: Readonly<Partial<Record<ValueKind, SidPrefix>>> = {
  service: 'IS',
  services: 'IS',
  'account-sid': 'AC',
  'role-sid': 'RL',
  'user-sid': 'US',
  'user-role': 'RL',
};

function inMapping({ pairs }: YamlMapping): readonly YamlNode[] {
  return pairs.flatMap(({ value }) => value ?? []);
}

/** Whether a word that may be a role's name was rather meant as a SID: two letters and a long number, or `RL` and a number. */
export function resemblesSid(text: string): boolean {
  return /^(?:[A-Za-z]{2}[0-9A-Za-z]{24,44}|RL[0-9a-f]{3,})$/.test(text) && /\d/.test(text);
}
