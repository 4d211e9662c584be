import type { Product } from '../catalog';
import type { Resolve } from '../document/entries';
import type { FileIndex } from '../document/file-index';
import type { ValueKind } from '../document/keys';
import type { Block, Head, RoleEntry, UserEntry } from '../document/model';
import type { Finding, Note, Severity } from '../finding';
import type { LiveSnapshot } from '../live-snapshot';
import type { Field, PlacedMapping } from './parts/fields';
import type { JudgedPermission } from './parts/judged-permissions';

/** A note in any block of the file. */
export interface PlacedNote extends Note {
  readonly block: Block;
}

/** A finding of a rule that sees the whole file. Its span and edits count from `block`, each note's from its own. */
export interface PlacedFinding extends Omit<Finding, 'related'> {
  readonly block: Block;
  readonly related?: readonly PlacedNote[];
}

/** What a rule found: a list, a generator's, or nothing. Nearly all is fine, and to make nothing for it costs nothing. */
export type Found<F extends Finding | PlacedFinding = Finding> = Iterable<F> | undefined;

/** What a rule may know beside its subject. */
export interface RuleContext {
  readonly product: Product;
  /** The head, role or user that the subject is or is in. Findings count in its text. */
  readonly block: Block;
  /** What an alias in the block, or in what one of its aliases stands for, stands for. */
  readonly resolve: Resolve;
  /** Mappings of the block whose keys are the format's, the outer ones first. */
  readonly mappings: readonly PlacedMapping[];
  /** Every known key of these with what it has there. */
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
  /** Whether other YAML tools say it as well, save findings that are marked `onlyHere`. */
  readonly isYaml?: boolean;
  /** Asks for live data; the rule isn't run where there is none. */
  readonly needs?: 'live';
  /** What is live where `bad` and `good` are judged, for such a rule. */
  readonly exampleLive?: readonly LiveSnapshot[];
}

/**
 * One rule. Its scope says what it is shown, and `check` says what is wrong with that:
 *
 * - `field`: a key of the format and its value, once for each whose kind is one of `of`;
 * - `permission`: a permission that the catalogs don't simply allow the role, with their verdict;
 * - `role`, `user`, `head`: a block of that kind, and `entry` a block of any;
 * - `file`: the index of the whole file, after every change. What the others found is kept with the block.
 */
export type Rule = RuleBase &
  (
    | {
        readonly scope: 'field';
        readonly of: readonly ValueKind[];
        check(subject: Field, context: RuleContext): Found;
      }
    | { readonly scope: 'permission'; check(subject: JudgedPermission, context: RuleContext): Found }
    | { readonly scope: 'entry'; check(subject: Block, context: RuleContext): Found }
    | { readonly scope: 'head'; check(subject: Block<Head>, context: RuleContext): Found }
    | { readonly scope: 'role'; check(subject: Block<RoleEntry>, context: RuleContext): Found }
    | { readonly scope: 'user'; check(subject: Block<UserEntry>, context: RuleContext): Found }
    | { readonly scope: 'file'; check(subject: FileIndex, context: FileContext): Found<PlacedFinding> }
  );
