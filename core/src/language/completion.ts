import type { Product } from '../catalog';
import { productIn } from '../check';
import type { RolesDocument } from '../document/document';
import type { Span } from '../span';
import { keyCompletions } from './complete-keys';
import { valueCompletions } from './complete-values';
import { type LiveNames, noLiveNames } from './live-names';
import { type CursorPlace, placeAt } from './place';
import { fileSnippet, itemSnippet } from './snippets';

/** Something that could stand at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | 'key'
    | 'permission'
    | 'role-type'
    | 'role'
    | 'user'
    | 'sid'
    | 'value'
    | 'anchor'
    | 'snippet';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced; counted from the start of the file. */
  readonly span: Span;
  readonly newText: string;
  /** `newText` is in snippet syntax, with `$1` and the like. */
  readonly snippet?: boolean;
  /** What typed letters are held against, if not the label. */
  readonly filter?: string;
  /** Completions are shown in the order of this, then of the label. */
  readonly sort?: string;
  /** Struck through: there, and better not. */
  readonly deprecated?: boolean;
}

/** What completions are worked out from. */
export interface CompletionContext {
  readonly document: RolesDocument;
  readonly live: LiveNames;
  readonly place: CursorPlace;
  readonly product: Product;
}

/** What may stand at `offset`. Never fails, however broken the file. */
export function complete(
  document: RolesDocument,
  offset: number,
  live: LiveNames = noLiveNames,
): Completion[] {
  const place = placeAt(document, offset);
  if (!place) return [];
  const context: CompletionContext = { document, live, place, product: productIn(document) };
  return place.meanings.flatMap((meaning) => {
    if (meaning.kind === 'value') return valueCompletions(context, meaning);
    if (meaning.kind === 'item') return itemSnippet(context, meaning.list);
    return [...keyCompletions(context, meaning), ...fileSnippet(context, meaning)];
  });
}
