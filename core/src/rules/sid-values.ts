import type { YamlNode, YamlScalar } from '../document/model';
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
export function* sidValues(fields: readonly Field[]): Iterable<SidValue> {
  for (const field of fields) {
    for (const sid of sidsOf(field)) {
      if (sid.node.kind === 'scalar' && !isNull(sid.node)) yield { ...sid, node: sid.node };
    }
  }
}

function* sidsOf({
  info,
  value,
}: Field): Iterable<{ node: YamlNode; expected: SidPrefix; orDefault: boolean }> {
  if (!value) return;
  switch (info.value) {
    case 'service':
      yield { node: value, expected: 'IS', orDefault: true };
      return;
    case 'services':
      for (const node of valuesOf(value)) yield { node, expected: 'IS', orDefault: true };
      return;
    case 'account-sid':
      yield { node: value, expected: 'AC', orDefault: false };
      return;
    case 'role-sid':
      for (const node of value.kind === 'mapping' ? valuesOf(value) : [value]) {
        yield { node, expected: 'RL', orDefault: false };
      }
      return;
    case 'user-sid':
      yield { node: value, expected: 'US', orDefault: false };
      return;
    case 'user-role':
      if (value.kind === 'scalar' && resemblesSid(value.value)) {
        yield { node: value, expected: 'RL', orDefault: false };
      }
      return;
    default:
      return;
  }
}

function* valuesOf(node: YamlNode): Iterable<YamlNode> {
  if (node.kind !== 'mapping') return;
  for (const { value } of node.pairs) if (value) yield value;
}

/** Whether a word that may be a role's name was rather meant as a SID: two letters and a long number. */
export function resemblesSid(text: string): boolean {
  return /^[A-Za-z]{2}[0-9A-Za-z]{24,44}$/.test(text) && /\d/.test(text);
}
