import type { Finding } from '../finding';
import { type Anchors, unknownAlias } from './anchors';
import { toFile } from './blocks';
import { type Resolve, roleEntry } from './entries';
import { headEntry } from './head';
import { type HiddenAnchors, hiddenAnchors } from './hidden-anchors';
import type { Block, Entry, Head, RoleEntry, Stretch, UserEntry, YamlContent, YamlNode } from './model';
import { type Read, readEntry, readHead } from './read-block';
import type { Tree } from './tree';
import { userEntry } from './user-entry';

/** A block as its document keeps it. Aliases are followed once `derive` was told the anchors of the file. */
abstract class KeptBlock<E extends Entry> implements Block<E> {
  abstract readonly start: number;
  abstract readonly stretches: readonly Stretch[];
  readonly text: string;
  readonly tree: Tree;
  readonly hidden: HiddenAnchors;
  entry: E;
  syntax: readonly Finding[];
  isComplete: boolean;
  readonly #entryOf: (node: YamlNode | undefined, resolve: Resolve) => E;
  readonly #yamlFindings: readonly Finding[];
  #anchorsByName: ReadonlyMap<string, readonly YamlContent[]> | undefined;

  constructor(
    text: string,
    { tree, syntax, unread }: Read,
    entryOf: (node: YamlNode | undefined, resolve: Resolve) => E,
  ) {
    this.text = text;
    this.tree = tree;
    this.hidden = hiddenAnchors(unread);
    this.syntax = syntax;
    this.isComplete = syntax.length === 0;
    this.entry = entryOf(tree.node, () => undefined);
    this.#entryOf = entryOf;
    this.#yamlFindings = syntax;
  }

  get length(): number {
    return this.text.length;
  }

  get duplicateKeys(): readonly Finding[] {
    return this.tree.duplicateKeys;
  }

  anchorsByName(): ReadonlyMap<string, readonly YamlContent[]> {
    if (this.#anchorsByName) return this.#anchorsByName;
    const byName = new Map<string, YamlContent[]>();
    for (const node of this.tree.anchors.toSorted((a, b) => a.start - b.start)) {
      const nodes = byName.get(node.anchor ?? '');
      if (nodes) nodes.push(node);
      else byName.set(node.anchor ?? '', [node]);
    }
    this.#anchorsByName = byName;
    return byName;
  }

  /** Reads the entry again, with what its aliases stand for now. */
  derive(anchors: Pick<Anchors, 'resolve' | 'isHidden'>): void {
    const { aliases, node } = this.tree;
    if (aliases.length === 0) return;
    this.entry = this.#entryOf(node, (alias) => anchors.resolve(alias));
    const lost = aliases.filter((alias) => !anchors.resolve(alias));
    const unknown = lost.filter(({ name }) => !anchors.isHidden(name));
    this.syntax = [...this.#yamlFindings, ...unknown.map(unknownAlias), ...overflow(this.entry)];
    this.isComplete = this.syntax.length === 0 && lost.length === 0;
  }
}

function overflow(entry: Entry): Finding[] {
  if (entry.kind !== 'role' || !entry.permissions?.overflows) return [];
  const message =
    'Aliases bring more than 200 items into this list, go more than 64 deep, or lead back to themselves; write fewer';
  const { start, end } = entry.permissions.span;
  return [{ start, end, message, onlyHere: true }];
}

/** An entry of `roles:` or `users:`. Whoever has the block keeps `start` up to date. */
export class EntryBlock<E extends RoleEntry | UserEntry = RoleEntry | UserEntry> extends KeptBlock<E> {
  start: number;

  constructor(
    start: number,
    text: string,
    read: Read,
    entryOf: (node: YamlNode | undefined, resolve: Resolve) => E,
  ) {
    super(text, read, entryOf);
    this.start = start;
  }

  get stretches(): readonly Stretch[] {
    return [{ at: 0, start: this.start }];
  }
}

export function roleBlock(start: number, text: string, read = readEntry(text)): EntryBlock<RoleEntry> {
  return new EntryBlock(start, text, read, roleEntry);
}

export function userBlock(start: number, text: string, read = readEntry(text)): EntryBlock<UserEntry> {
  return new EntryBlock(start, text, read, userEntry);
}

/** A run of the head's text. */
export class HeadPiece {
  start: number;
  readonly text: string;

  constructor(start: number, text: string) {
    this.start = start;
    this.text = text;
  }
}

/** The head: one text, whatever stands between its runs in the file. */
export class HeadBlock extends KeptBlock<Head> {
  readonly pieces: readonly HeadPiece[];
  /** Entries that are written inside the head's own text, where pieces can't be cut. */
  readonly inner: readonly { readonly at: number; readonly block: EntryBlock }[];

  constructor(pieces: readonly HeadPiece[]) {
    const text = pieces.map((piece) => piece.text).join('');
    const read = readHead(text);
    super(text, read, headEntry);
    this.pieces = pieces;
    this.inner = read.inner.map(({ list, end, ...tree }) => {
      const block = list === 'roles' ? roleBlock : userBlock;
      return { at: tree.base, block: block(0, text.slice(tree.base, end), { tree, syntax: [] }) };
    });
    this.placeInner();
  }

  get start(): number {
    return this.pieces[0]?.start ?? 0;
  }

  get stretches(): readonly Stretch[] {
    let at = 0;
    return this.pieces.map(({ start, text }) => {
      const stretch = { at, start };
      at += text.length;
      return stretch;
    });
  }

  /** Puts inner entries where the runs that they are in have gone. */
  placeInner(): void {
    for (const { at, block } of this.inner) block.start = toFile(this, { start: at, end: at }).start;
  }
}
