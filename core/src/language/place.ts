/** What a cursor's place in the file means in the format: which key or which kind of value belongs there. */

import type { RolesDocument } from '../document/document';
import {
  isExtensionKey,
  type KeyInfo,
  keyInfo,
  type Place as MappingPlace,
  type ValueKind,
} from '../document/keys';
import { type EntryBlock, entryBefore } from './blocks';
import { lineStart } from './yaml-line';
import { type Step, type Word, type YamlPath, yamlPath } from './yaml-path';

/** A place where a key of one of our mappings is or may be. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly mapping: MappingPlace;
}

/** A place where a value is or may be. */
export interface ValuePlace {
  readonly kind: 'value';
  /** `permission` is one item of a list; `extension` anything under a key that begins with x-. */
  readonly value: ValueKind | 'permission' | 'extension';
  /** The key that the value is under. */
  readonly info?: KeyInfo;
}

/** A place in a list where an item needs its dash first. */
export interface ItemPlace {
  readonly kind: 'item';
  readonly list: 'roles' | 'users' | 'permissions';
}

export interface CursorPlace {
  readonly word: Word;
  /** The column that the word begins at. */
  readonly column: number;
  readonly flow: boolean;
  readonly flowKeys?: readonly string[];
  /** The entry that the place is in. */
  readonly entry?: EntryBlock;
  /** What may stand there: after `production:` under `services:`, a value or another key. */
  readonly meanings: readonly (KeyPlace | ValuePlace | ItemPlace)[];
}

/** The meaning of the place at `offset`; `undefined` in a comment, and where the format has nothing to say. */
export function placeAt(document: RolesDocument, offset: number): CursorPlace | undefined {
  const { text } = document;
  const before = entryBefore(document, offset);
  const path = yamlPath(text, offset, before ? lineStart(text, before.start) : 0);
  if (!path) return undefined;
  const { word, column, flow, flowKeys, afterKey } = path;
  const inEntry = before !== undefined && !isTop(path.steps, path.outermost);
  const list = before?.entry.kind === 'user' ? 'users' : 'roles';
  const steps: readonly Step[] = inEntry ? [{ kind: 'key', key: list }, ...path.steps] : path.steps;
  const meanings = meaningsOf({ steps, flow, afterKey });
  if (meanings.length === 0) return undefined;
  const entry = inEntry && path.steps.length > 0 ? before : undefined;
  return { word, column, flow, ...(flowKeys && { flowKeys }), ...(entry && { entry }), meanings };
}

/** Whether a path begins at a key of the file's own mapping rather than in an entry. */
function isTop(steps: readonly Step[], outermost: number): boolean {
  const first = steps[0];
  return outermost === 0 && first?.kind !== 'item';
}

type Meaning = CursorPlace['meanings'][number];

/** Walks the steps from the top of the file, through the tables of keys. */
function meaningsOf({
  steps,
  flow,
  afterKey,
}: Pick<YamlPath, 'steps' | 'flow' | 'afterKey'>): readonly Meaning[] {
  let mapping: MappingPlace | undefined = 'head';
  let value: ValuePlace['value'] | undefined;
  let info: KeyInfo | undefined;
  for (const step of steps) {
    if (step.kind === 'item') {
      value = itemOf(value);
      if (value === undefined) return [];
    } else if (mapping) {
      info = keyInfo(mapping, step.key);
      value = info?.value ?? (mapping === 'head' && isExtensionKey(step.key) ? 'extension' : undefined);
      if (value === undefined) return [];
    } else if (value === 'services') {
      value = 'service';
    } else if (value !== 'role-sid' && value !== 'extension') {
      return [];
    }
    mapping = mappingOf(value, step, mapping);
  }
  if (value === undefined) return [{ kind: 'key', mapping: 'head' }];
  const key: Meaning[] = mapping && !afterKey ? [{ kind: 'key', mapping }] : [];
  // A service's name is followed by a SID on its own line, or by a mapping below it.
  if (mapping && (mapping !== 'service' || !(afterKey || flow))) return key;
  if (value === 'roles' || value === 'users' || value === 'permissions') {
    return flow || afterKey ? [] : [{ kind: 'item', list: value }];
  }
  return [{ kind: 'value', value, ...(info && { info }) }, ...key];
}

function itemOf(list: ValuePlace['value'] | undefined): ValuePlace['value'] | undefined {
  if (list === 'permissions') return 'permission';
  return list === 'roles' || list === 'users' || list === 'permission' || list === 'extension'
    ? list
    : undefined;
}

function mappingOf(
  value: ValuePlace['value'],
  step: Step,
  outer: MappingPlace | undefined,
): MappingPlace | undefined {
  if (step.kind === 'item') return value === 'roles' ? 'role' : value === 'users' ? 'user' : undefined;
  if (value === 'defaults') return 'defaults';
  return value === 'service' && outer === undefined ? 'service' : undefined;
}
