import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement. What the span counts from is said where an edit is kept. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A remedy that reaches beyond one block; `fixEdits` in convert/ works out its edits for a document. */
export type WholeFileFix = 'convertToConversations' | 'declareChat';

/** A remedy that can be applied without asking. */
export interface Fix {
  /** An imperative in sentence case: `Change to "sendMessage"`. */
  readonly title: string;
  /** Counted as the finding's own span; empty where `wholeFile` says what to do. */
  readonly edits: readonly Edit[];
  readonly wholeFile?: WholeFileFix;
  /** The one a person would most likely choose; what "fix all" applies. */
  readonly preferred?: boolean;
}

/** Another place that explains a finding: the first of two duplicates, for instance. */
export interface Note extends Span {
  readonly message: string;
}

/** What a rule says of a place, before anybody asked which rule it was and how much it matters. */
export interface Finding extends Span {
  /** Sentence case, the value in quotes, then the remedy. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Note[];
  /** Of a rule that repeats YAML's own: whether other YAML tools don't say this one, as they read on or give up. */
  readonly onlyHere?: boolean;
  /** How an editor may draw it: greyed out, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}
