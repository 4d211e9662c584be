import type { RoleScope } from '../catalog';
import type { Span } from '../span';
import type { Block, Entry, Head, RoleEntry, UserEntry } from './model';

/** Which blocks have a name. Kept as blocks come and go, so that a question costs what its answer is long. */
export interface NameTable<E extends Entry> {
  /** The blocks that have this name; the order says nothing. */
  get(name: string): ReadonlySet<Block<E>>;
  names(): Iterable<string>;
  /** Names that two blocks or more have. */
  repeated(): Iterable<string>;
}

/** Where an anchor is written, `&` included. The span counts in the block. */
export interface PlacedAnchor {
  readonly block: Block;
  readonly name: string;
  readonly span: Span;
}

/** What only the whole file knows. Rules of scope `file` see this and no entry that they don't ask for by name. */
export interface FileIndex {
  readonly head: Block<Head>;
  /** Role entries by friendlyName. */
  readonly roles: NameTable<RoleEntry>;
  /** Role entries of each level by friendlyName: what must be unique. */
  readonly rolesByScope: Readonly<Record<RoleScope, NameTable<RoleEntry>>>;
  /** Role entries of each level by what their `renamedFrom` gives. */
  readonly renames: Readonly<Record<RoleScope, NameTable<RoleEntry>>>;
  /** Role entries by each SID that pins them. */
  readonly rolesBySid: NameTable<RoleEntry>;
  /** User entries by identity. */
  readonly users: NameTable<UserEntry>;
  /** User entries by SID. */
  readonly usersBySid: NameTable<UserEntry>;
  /** User entries by the friendlyName that their `role` gives. */
  readonly usersByRole: NameTable<UserEntry>;
  /** User entries by the RL SID that their `role` gives. */
  readonly usersByRoleSid: NameTable<UserEntry>;
  /** Names under `users[].role` that no role of level `scope` has, nor one that may be: see `nameless`. */
  unresolvedRoles(scope: RoleScope): Iterable<string>;
  /** Blocks that define an anchor, and blocks that use one. */
  readonly anchors: NameTable<Entry>;
  readonly aliases: NameTable<Entry>;
  /** Roles whose friendlyName isn't there, or isn't readable. */
  readonly nameless: ReadonlySet<Block<RoleEntry>>;
  /** Anchors that no alias uses. */
  unusedAnchors(): Iterable<PlacedAnchor>;
}
