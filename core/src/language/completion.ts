import { productIn } from '../check';
import type { RolesDocument } from '../document/document';
import { keyCompletions } from './complete-keys';
import { serviceNameCompletions } from './complete-service-names';
import { valueCompletions } from './complete-values';
import type { Completion, CompletionContext } from './completion-item';
import { type LiveNames, noLiveNames } from './live-names';
import { placeAt } from './place';
import { fileSnippet, itemCompletions } from './snippets';

/** What may stand at `offset`. Never fails, however broken the file. */
export function complete(
  document: RolesDocument,
  offset: number,
  live: LiveNames = noLiveNames,
): Completion[] {
  const place = placeAt(document, offset);
  if (!place) return [];
  const context: CompletionContext = { document, live, place, product: productIn(document) };
  const found = place.meanings.flatMap((meaning) => {
    if (meaning.kind === 'value') return valueCompletions(context, meaning);
    if (meaning.kind === 'item') return itemCompletions(context, meaning);
    if (meaning.kind === 'service-name') return serviceNameCompletions(context);
    return [...keyCompletions(context, meaning), ...fileSnippet(context, meaning)];
  });
  const { start } = place.word;
  // A dash or a key's colon is one only with a space after it.
  if (!/[-:]/.test(document.slice(start - 1, start))) return found;
  return found.map((completion) => ({ ...completion, newText: ` ${completion.newText}` }));
}
