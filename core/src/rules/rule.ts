import type { Product } from '../catalog';
import type { FileIndex } from '../document/file-index';
import type { Block, Entry, Head, RoleEntry, UserEntry } from '../document/model';
import type { Problem, Severity } from '../problem';

/** What a rule yields; the checker adds the rule's id and the severity. Spans count from the block's start. */
export type Finding = Omit<Problem, 'rule' | 'severity'>;

/** A finding of a rule that sees the whole file, which has to say whose block it is in. */
export interface PlacedFinding extends Finding {
  readonly block: Block<Entry>;
}

/** What a rule may know beside its subject. */
export interface RuleContext {
  readonly product: Product;
  /** The block's own text, for rules about how a thing is written. */
  readonly text: string;
}

interface RuleBase {
  /** The file's name, the diagnostic's code, the setting's key, the heading in docs/rules.md, the CLI's tag. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence, for the settings and the docs. */
  readonly summary: string;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  /** A whole file that the rule speaks up in, and one that it is silent on. Documentation and tests at once. */
  readonly bad: string;
  readonly good: string;
  /** Asks for live data; the rule isn't run where that isn't complete. */
  readonly needs?: 'live';
}

/** One rule. A rule of scope `role`, `user` or `head` sees one entry and is kept with its block; `file` sees the index. */
export type Rule = RuleBase &
  (
    | { readonly scope: 'role'; check(subject: Block<RoleEntry>, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'user'; check(subject: Block<UserEntry>, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'head'; check(subject: Block<Head>, context: RuleContext): Iterable<Finding> }
    | {
        readonly scope: 'file';
        check(subject: FileIndex, context: Omit<RuleContext, 'text'>): Iterable<PlacedFinding>;
      }
  );
