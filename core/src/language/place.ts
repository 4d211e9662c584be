/** What a cursor's place in the file means in the format: which key or which kind of value belongs there. */

import type { RolesDocument } from '../document/document';
import {
  isExtensionKey,
  type KeyInfo,
  keyInfo,
  type Place as MappingPlace,
  type ValueKind,
} from '../document/keys';
import type { Block } from '../document/model';
import { shift } from '../span';
import type { EntryBlock } from './blocks';
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
  /** The text around the place, and where it begins in the file. */
  readonly text: string;
  readonly start: number;
  /** What may stand there: after `production:` under `services:`, a value or another key. */
  readonly meanings: readonly (KeyPlace | ValuePlace | ItemPlace)[];
}

/** The meaning of the place at `offset`; `undefined` in a comment, and where the format has nothing to say. */
export function placeAt(document: RolesDocument, offset: number): CursorPlace | undefined {
  const { block, text, start } = surroundings(document, offset);
  const path = yamlPath(text, offset - start, 0);
  if (!path) return undefined;
  const { column, flow, flowKeys } = path;
  const inEntry = isEntry(block) && !(path.outermost === 0 && path.steps[0]?.kind !== 'item');
  const list = block.entry.kind === 'user' ? 'users' : 'roles';
  const meanings = meaningsOf(path, inEntry ? [{ kind: 'key', key: list }, ...path.steps] : path.steps);
  if (meanings.length === 0) return undefined;
  return {
    word: { ...path.word, ...shift(path.word, start) },
    column,
    flow,
    ...(flowKeys && { flowKeys }),
    ...(inEntry && path.steps.length > 0 && { entry: block }),
    meanings,
    text,
    start,
  };
}

/** The text that tells what a place means: the entry's, or the run of the head's that the offset is in. */
function surroundings(
  document: RolesDocument,
  offset: number,
): { block: Block; text: string; start: number } {
  const block = document.blockAt(offset);
  // An entry that doesn't begin a line is inside a flow collection, which begins in the head.
  const isOwn = isEntry(block) && /^$|[\r\n]/.test(document.slice(block.start - 1, block.start));
  if (isOwn) return { block, text: block.text, start: block.start };
  const { head } = document;
  const at = head.stretches.findLastIndex((stretch) => stretch.start <= offset);
  const stretch = head.stretches[at];
  if (!stretch) return { block, text: '', start: 0 };
  const text = head.text.slice(stretch.at, head.stretches[at + 1]?.at);
  return { block: head, text, start: stretch.start };
}

function isEntry(block: Block): block is EntryBlock {
  return block.entry.kind !== 'head';
}

type Meaning = CursorPlace['meanings'][number];

/** Walks the steps from the top of the file, through the tables of keys. */
function meaningsOf({ flow, afterKey }: YamlPath, steps: readonly Step[]): readonly Meaning[] {
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
