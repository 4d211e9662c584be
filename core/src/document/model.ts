/**
 * What a roles.yaml says, and where. Spans count in the text of the block they are in, so a block
 * that an edit moves stays as it was parsed; `toFile` (blocks.ts) says where a span stands in the file.
 */
import type { Finding } from '../finding';
import type { Span } from '../span';

/** A YAML node: values are kept as written, resolved to strings; types are the rules' concern. */
export type YamlNode = YamlContent | YamlAlias;

/** What an alias can stand for. */
export type YamlContent = YamlScalar | YamlSequence | YamlMapping;

interface NodeBase extends Span {
  readonly anchor?: string;
  /** Where the anchor is written, `&` included; it stands before the node's own span. */
  readonly anchorSpan?: Span;
  /** As written: `!!str`. */
  readonly tag?: string;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  /** The scalar's content, unescaped and folded. */
  readonly value: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

export interface YamlSequence extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlPair {
  readonly key: YamlNode;
  /** Absent where a key stands alone, and under `roles` and `users` where the list's items are entries. */
  readonly value: YamlNode | undefined;
}

export interface YamlMapping extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

/** `*name`. What it stands for is looked up in the file's anchors, which may be in another block. */
export interface YamlAlias extends Span {
  readonly kind: 'alias';
  readonly name: string;
}

/** A string as the file gives it. Where it comes in by an alias, the span is the alias's: the text is written elsewhere. */
export interface Text extends Span {
  readonly value: string;
  /** The alias's name. */
  readonly alias?: string;
  /** Absent where it comes in by an alias. */
  readonly style?: YamlScalar['style'];
}

/** A permission in a role's list. */
export type PermissionItem = Text;

export interface PermissionList {
  readonly span: Span;
  readonly items: readonly PermissionItem[];
  /** Aliases bring in more than 200 items, go too deep, or lead back to themselves; the rest is left out. */
  readonly overflows?: boolean;
}

/** One entry of `roles:`. A field is absent where it isn't written or isn't of the right shape (rules say so). */
export interface RoleEntry {
  readonly kind: 'role';
  /** The entry's own node; whatever the file has there. */
  readonly node: YamlNode | undefined;
  readonly friendlyName?: Text;
  readonly type?: Text;
  /** One SID, or one for each service by name. */
  readonly sid?: Text | ReadonlyMap<string, Text>;
  readonly renamedFrom?: Text;
  /** Flattened: lists inside the list and aliases to lists are spread. */
  readonly permissions?: PermissionList;
}

/** One entry of `users:`. */
export interface UserEntry {
  readonly kind: 'user';
  readonly node: YamlNode | undefined;
  readonly identity?: Text;
  readonly sid?: Text;
  readonly role?: Text;
  readonly friendlyName?: Text;
  /** A mapping, or a string that holds a JSON object. */
  readonly attributes?: YamlNode;
}

export type DefaultKey = 'user' | 'participant' | 'creator';

/** A service that the file can be deployed to. `name` is absent for `service:`. */
export interface ServiceEntry {
  readonly name?: Text;
  /** An IS SID or `default`. */
  readonly sid?: Text;
  readonly account?: Text;
  readonly region?: Text;
  readonly edge?: Text;
}

/** Everything at the top that isn't an entry of `roles:` or `users:`. */
export interface Head {
  readonly kind: 'head';
  readonly node: YamlNode | undefined;
  readonly product?: Text;
  readonly services: readonly ServiceEntry[];
  readonly defaults: Readonly<Partial<Record<DefaultKey, Text>>>;
}

export type Entry = Head | RoleEntry | UserEntry;

/** One run of a block's text in the file. */
export interface Stretch {
  /** Where the run begins in the block's text. */
  readonly at: number;
  /** Where it begins in the file now; an edit before it moves it. */
  readonly start: number;
}

/**
 * A part of the file that is parsed, checked and kept on its own. Its `entry` is another object whenever it may say
 * something else, and the same while the block only moves: what is worked out from it may be kept in a WeakMap.
 */
export interface Block<E extends Entry = Entry> {
  /** Where the block begins in the file now. */
  readonly start: number;
  /** The length of `text`. */
  readonly length: number;
  /** The block's own text; spans count in it. */
  readonly text: string;
  /** One run, save for a head that has entries between its keys. */
  readonly stretches: readonly Stretch[];
  readonly entry: E;
  /** What YAML itself says against the text. Where there is any, `entry` holds what could be read all the same. */
  readonly syntax: readonly Finding[];
  /** Whether `entry` is all there is: nothing is broken, and no alias leads to where something is. */
  readonly isComplete: boolean;
  readonly duplicateKeys: readonly Finding[];
}
