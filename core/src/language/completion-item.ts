import type { Product } from '../catalog';
import type { RolesDocument } from '../document/document';
import type { Span } from '../span';
import type { LiveNames } from './live-names';
import type { CursorPlace } from './place';

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
