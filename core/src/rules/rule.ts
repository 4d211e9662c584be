import type { Product } from '../catalog';
import type { FileIndex } from '../document/file-index';
import type { Block, Head, RoleEntry, UserEntry } from '../document/model';
import type { Finding, Note, Severity } from '../finding';
import type { LiveSnapshot } from '../live-snapshot';
import type { Field } from './fields';
import type { JudgedPermission } from './judged-permissions';

/** A note in any block of the file. */
export interface PlacedNote extends Note {
  readonly block: Block;
}

/** A finding of a rule that sees the whole file. Its span and edits count from `block`, each note's from its own. */
export interface PlacedFinding extends Omit<Finding, 'related'> {
  readonly block: Block;
  readonly related?: readonly PlacedNote[];
}

/** What a rule may know beside its subject. */
export interface RuleContext {
  readonly product: Product;
  /** Every known key of the block with what it has there. */
  readonly fields: readonly Field[];
  /** Permissions of a role that the catalogs don't simply allow it. */
  readonly judged: readonly JudgedPermission[];
}

/** What a rule of the whole file may know beside the index. */
export interface FileContext {
  readonly product: Product;
  /** What is known of live services, a value for each account; empty when signed out. */
  readonly live: readonly LiveSnapshot[];
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
  /** Whether some of its findings come with a fix; for the docs, and held against `bad` by a test. */
  readonly fixable?: boolean;
  /** Asks for live data; the rule isn't run where there is none. */
  readonly needs?: 'live';
  /** What is live where `bad` and `good` are judged, for such a rule. */
  readonly exampleLive?: readonly LiveSnapshot[];
}

/**
 * One rule. Scope `entry` sees the head, each role and each user; `head`, `role` and `user` see one kind;
 * what these find is kept with the block. Scope `file` sees the index, after every change.
 */
export type Rule = RuleBase &
  (
    | { readonly scope: 'entry'; check(subject: Block, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'head'; check(subject: Block<Head>, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'role'; check(subject: Block<RoleEntry>, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'user'; check(subject: Block<UserEntry>, context: RuleContext): Iterable<Finding> }
    | { readonly scope: 'file'; check(subject: FileIndex, context: FileContext): Iterable<PlacedFinding> }
  );
