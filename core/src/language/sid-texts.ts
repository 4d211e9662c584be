import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, Text } from '../document/model';
import { type SidPrefix, sidPrefix } from '../sid';
import type { Span } from '../span';
import { entriesWithin } from './blocks';

export interface SidText extends Span {
  readonly sid: string;
  readonly prefix: SidPrefix;
}

/** The well-formed SIDs in a part of the file; only the entries that are in it are read. */
export function* sidTexts(document: RolesDocument, within: Span): Generator<SidText> {
  for (const { sid, account } of document.head.entry.services)
    yield* inside(document.head, [sid, account], within);
  for (const block of entriesWithin(document.roles, within.start, within.end)) {
    const { sid } = block.entry;
    yield* inside(block, sid instanceof Map ? sid.values() : [sid as Text | undefined], within);
  }
  for (const block of entriesWithin(document.users, within.start, within.end)) {
    yield* inside(block, [block.entry.sid, block.entry.role], within);
  }
}

function* inside(block: Block, texts: Iterable<Text | undefined>, within: Span): Generator<SidText> {
  for (const text of texts) {
    const prefix = text && sidPrefix(text.value);
    if (!prefix) continue;
    const span = toFile(block, text);
    if (span.end >= within.start && span.start <= within.end) yield { ...span, sid: text.value, prefix };
  }
}
