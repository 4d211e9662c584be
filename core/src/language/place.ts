/** What a cursor's place in the file means in the format: which key or which kind of value belongs there. */

import { toBlock } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import {
  isExtensionKey,
  type KeyInfo,
  keyInfo,
  type Place as MappingPlace,
  type ValueKind,
} from '../document/keys';
import { indentOf } from '../document/lines';
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

/** A place in a list where an item needs its dash first; in flow style, where a whole entry is or may be. */
export interface ItemPlace {
  readonly kind: 'item';
  readonly list: 'roles' | 'users' | 'permissions';
  /** The column that the list's dashes are in. */
  readonly column: number;
}

/** A place for the name of a service, which the role's SID there follows. */
export interface ServiceNamePlace {
  readonly kind: 'service-name';
  readonly info: KeyInfo;
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
  /** What may stand there: below the last entry of a list, a key of the file or another entry. */
  readonly meanings: readonly (KeyPlace | ValuePlace | ItemPlace | ServiceNamePlace)[];
}

/** The meaning of the place at `offset`; `undefined` in a comment, and where the format has nothing to say. */
export function placeAt(document: RolesDocument, offset: number): CursorPlace | undefined {
  const { entry, isAlone, text, start } = surroundings(document, offset);
  const path = yamlPath(text, offset - start, 0);
  if (!path) return undefined;
  const { column, flow, flowKeys } = path;
  const list = entry?.entry.kind === 'user' ? 'users' : 'roles';
  // What is at the first column and in no item follows the entry, whose text goes up to the next thing.
  const isBelow = isAlone && path.outermost === 0 && path.steps[0]?.kind !== 'item';
  const steps: readonly Step[] =
    isAlone && !isBelow ? [{ kind: 'key', key: list }, ...path.steps] : path.steps;
  const meanings = [...meaningsOf(path, steps)];
  if (isBelow && isLast(text, offset - start, path)) {
    meanings.push({ kind: 'item', list, column: indentOf(text, 0) });
  }
  if (meanings.length === 0) return undefined;
  return {
    word: { ...path.word, ...shift(path.word, start) },
    column,
    flow,
    ...(flowKeys && { flowKeys }),
    ...(entry && !isBelow && path.steps.length > 0 && { entry }),
    meanings,
    text,
    start,
  };
}

interface Surroundings {
  /** The entry that the offset is in. */
  readonly entry: EntryBlock | undefined;
  /** Whether the text is the entry's, without the list that it is in. */
  readonly isAlone: boolean;
  /** What tells what a place means: the entry's text, or the run of the head's that the offset is in. */
  readonly text: string;
  readonly start: number;
}

function surroundings(document: RolesDocument, offset: number): Surroundings {
  const block = document.blockAt(offset);
  const entry = isEntry(block) ? block : undefined;
  const { head } = document;
  // An entry inside a flow collection is in the head's own text, where the collection begins.
  if (entry && toBlock(head, entry.start + 1) === undefined) {
    return { entry, isAlone: true, text: entry.text, start: entry.start };
  }
  const at = head.stretches.findLastIndex((stretch) => stretch.start <= offset);
  const stretch = head.stretches[at];
  if (!stretch) return { entry, isAlone: false, text: '', start: 0 };
  const text = head.text.slice(stretch.at, head.stretches[at + 1]?.at);
  return { entry, isAlone: false, text, start: stretch.start };
}

function isEntry(block: Block): block is EntryBlock {
  return block.entry.kind !== 'head';
}

/** Whether nothing is at the place, nor after it in the entry's text, so that another entry may follow there. */
function isLast(text: string, offset: number, { word }: YamlPath): boolean {
  return word.value === '' && /^(?:\s|#.*)*$/.test(text.slice(offset));
}

type Meaning = CursorPlace['meanings'][number];

/** Walks the steps from the top of the file, through the tables of keys. */
function meaningsOf(
  { flow, flowKeys, afterKey, column }: YamlPath,
  steps: readonly Step[],
): readonly Meaning[] {
  let mapping: MappingPlace | undefined = 'head';
  let value: ValuePlace['value'] | undefined;
  let info: KeyInfo | undefined;
  let isPin = false;
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
    } else if (value === 'role-sid') {
      isPin = true;
    } else if (value !== 'extension') {
      return [];
    }
    mapping = mappingOf(value, step, mapping);
  }
  if (value === undefined) return [{ kind: 'key', mapping: 'head' }];
  const isKey = flow ? flowKeys !== undefined : !afterKey;
  if (mapping && isKey) return [{ kind: 'key', mapping }];
  if (value === 'role-sid' && isKey && !isPin && info) return [{ kind: 'service-name', info }];
  if (value === 'roles' || value === 'users' || (value === 'permissions' && isKey)) {
    const isItem = flow ? steps.at(-1)?.kind === 'item' : isKey;
    return isItem ? [{ kind: 'item', list: value, column }] : [];
  }
  // After a service's name, its SID may stand instead of a mapping.
  if (mapping && mapping !== 'service') return [];
  return [{ kind: 'value', value, ...(info && { info }) }];
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
