import { asWritten } from './as-written';
import { sidCompletions } from './complete-sids';
import type { Completion, CompletionContext } from './completion-item';
import { siblingKeys } from './sibling-keys';

/** Services that a role isn't pinned in yet, for its SID to follow. Below a key, one SID may stand for all of them. */
export function serviceNameCompletions(context: CompletionContext): Completion[] {
  const { document, place } = context;
  const { word, flow } = place;
  const names = document.head.entry.services.flatMap(({ name }) => name?.value ?? []);
  if (names.length === 0) return flow ? [] : sidCompletions(context, 'role-sid');
  const present = siblingKeys(context);
  return names
    .filter((name) => !present.has(name))
    .map((name) => ({
      label: name,
      kind: 'key',
      detail: 'service',
      span: word,
      newText: asWritten(name, word) + (word.colon || word.quote ? '' : ': '),
    }));
}
