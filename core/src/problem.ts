import type { RuleId } from './rules';
import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement of a fix. The span counts as the problem's own does. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A remedy that can be applied without asking. */
export interface Fix {
  /** An imperative in sentence case: `Change to "sendMessage"`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one a person would most likely choose; what "fix all" applies. */
  readonly preferred?: boolean;
}

/**
 * One finding of a rule. As a rule yields it, spans count from the start of its block;
 * as `check` returns it, from the start of the file.
 */
export interface Problem extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Sentence case, the value in quotes, then the remedy. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Other places that explain this one: the first of two duplicates, for instance. */
  readonly related?: readonly (Span & { readonly message: string })[];
  /** How an editor may draw it: greyed out, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}
