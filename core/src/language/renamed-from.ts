import { endOfLine } from '../convert/end-of-line';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import { lineStartOf, nextLine } from '../document/lines';
import type { Block, RoleEntry, YamlMapping, YamlPair } from '../document/model';
import type { Edit } from '../finding';
import { pairOf } from '../rules/parts/fields';
import { isComma } from '../rules/parts/list-edits';
import { yamlWord } from '../rules/parts/words';
import type { Span } from '../span';
import { type LiveNames, servicesOf } from './live-names';

/**
 * The edits that let a role's `renamedFrom` say the truth after a rename: what the live role is called, and nothing
 * where it's called so in the file again.
 */
export function renamedFromEdits(
  document: RolesDocument,
  block: Block<RoleEntry>,
  { before, after }: { readonly before: string; readonly after: string },
  live: LiveNames,
): readonly Edit[] {
  const { node, type, sid, renamedFrom } = block.entry;
  const name = node?.kind === 'mapping' && pairOf(node, 'friendlyName');
  if (!name) return [];
  if (renamedFrom?.value === after) return removed(document.text, block, node);
  const isLive = servicesOf(document, live)
    .flatMap(({ roles = [] }) => roles)
    .some((role) => role.friendlyName === before && role.type === type?.value);
  if (!isLive || sid || renamedFrom) return [];
  return [inserted(document.text, spanOf(block, name), node, `renamedFrom: ${yamlWord(before)}`)];
}

/** Behind the name, in braces or below it; a comment on its line stays there. */
function inserted(text: string, name: Span, { flow }: YamlMapping, pair: string): Edit {
  if (flow) return { start: name.end, end: name.end, newText: `, ${pair}` };
  const start = endOfLine(text, name.end);
  const newline = text[start] === '\r' ? '\r\n' : '\n';
  const line = lineStartOf(text, name.start);
  const column = /^[- \t]*/.exec(text.slice(line, name.start))?.[0].length ?? 0;
  return { start, end: start, newText: newline + ' '.repeat(column) + pair };
}

/** With its line, or as far as the pair beside it. Where something else is between, it stays: it does no harm. */
function removed(text: string, block: Block, { pairs, flow }: YamlMapping): readonly Edit[] {
  const index = pairs.findIndex(({ key }) => key.kind === 'scalar' && key.value === 'renamedFrom');
  const [before, own, next] = [index - 1, index, index + 1].map(
    (at) => pairs[at] && spanOf(block, pairs[at]),
  );
  if (!own) return [];
  const line = lineStartOf(text, own.start);
  if (!flow && text.slice(line, own.start).trim() === '') {
    return [{ start: line, end: nextLine(text, own.end), newText: '' }];
  }
  const isBeside = next && (flow ? isComma(text, own, next) : text.slice(own.end, next.start).trim() === '');
  if (isBeside) return [{ start: own.start, end: next.start, newText: '' }];
  return flow && before && isComma(text, before, own)
    ? [{ start: before.end, end: own.end, newText: '' }]
    : [];
}

function spanOf(block: Block, { key, value }: YamlPair): Span {
  return toFile(block, { start: key.start, end: value?.end ?? key.end });
}
