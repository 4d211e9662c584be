/** The anchors of the whole file, kept block by block, so that an alias finds what another block defines. */
import type { Finding } from '../finding';
import { toFile } from './blocks';
import type { PlacedAnchor } from './file-index';
import type { HiddenAnchors } from './hidden-anchors';
import type { Block, Entry, YamlAlias, YamlContent } from './model';
import { Names } from './name-table';
import type { Tree } from './tree';

export interface AnchorBlock extends Block {
  readonly tree: Tree;
  /** Nodes by their anchor, in the order of the text. */
  anchorsByName(): ReadonlyMap<string, readonly YamlContent[]>;
  readonly hidden: HiddenAnchors;
}

interface Definers<B> {
  readonly head: B | undefined;
  readonly entries: readonly B[];
}

export class Anchors<B extends AnchorBlock = AnchorBlock> {
  readonly defined = new Names<Entry, B>();
  readonly used = new Names<Entry, B>();
  readonly #hidden = new Names<Entry, B>();
  /** Definers in the order of the file, worked out when an alias asks; edits elsewhere move them alike. */
  readonly #definers = new Map<string, Definers<B>>();
  /** The block that an alias is written in. One that is reached through another alias may be in any. */
  readonly #blocks = new Map<YamlAlias, B>();

  add(block: B): void {
    this.#update('add', block);
  }

  delete(block: B): void {
    this.#update('delete', block);
  }

  #update(verb: 'add' | 'delete', block: B): void {
    if (!mayRefer(block)) return;
    for (const { anchor } of block.tree.anchors) {
      if (anchor === undefined) continue;
      this.defined[verb](anchor, block);
      this.#definers.delete(anchor);
    }
    for (const alias of block.tree.aliases) {
      this.used[verb](alias.name, block);
      if (verb === 'add') this.#blocks.set(alias, block);
      else this.#blocks.delete(alias);
    }
    for (const name of block.hidden.anchors) this.#hidden[verb](name, block);
    for (const name of block.hidden.aliases) this.used[verb](name, block);
  }

  /** Anchors that no alias uses, block by block. */
  *unused(): Generator<PlacedAnchor> {
    const seen = new Set<B>();
    for (const name of this.defined.names()) {
      if (this.used.has(name)) continue;
      for (const block of this.defined.each(name)) {
        if (seen.has(block)) continue;
        seen.add(block);
        for (const { anchor, anchorSpan } of block.tree.anchors) {
          if (anchor !== undefined && anchorSpan && !this.used.has(anchor))
            yield { block, name: anchor, span: anchorSpan };
        }
      }
    }
  }

  /** Whether an anchor of this name may be in a part of the file that can't be read. */
  isHidden(name: string): boolean {
    return this.#hidden.has(name);
  }

  /** What an alias stands for: the last node before it that has the anchor. */
  resolve(alias: YamlAlias): YamlContent | undefined {
    const block = this.#blocks.get(alias);
    return block && this.nodeFor(alias.name, toFile(block, alias).start);
  }

  /** What an alias of this name stands for at an offset of the file. */
  nodeFor(name: string, place: number): YamlContent | undefined {
    const { head, entries } = this.#definersOf(name);
    let inEntry: YamlContent | undefined;
    let at = -1;
    // The last entry before the alias may be the alias's own, with the anchor after it: then it is the one before.
    for (let n = countBefore(entries, place) - 1; n >= 0 && !inEntry; n--) {
      const entry = entries[n];
      inEntry = entry && lastBefore(entry, name, place);
      if (entry && inEntry) at = toFile(entry, inEntry).start;
    }
    const inHead = head && lastBefore(head, name, place);
    return head && inHead && toFile(head, inHead).start > at ? inHead : inEntry;
  }

  #definersOf(name: string): Definers<B> {
    const known = this.#definers.get(name);
    if (known) return known;
    const all = [...this.defined.get(name)];
    const entries = all.filter(({ entry }) => entry.kind !== 'head').sort((a, b) => a.start - b.start);
    const definers = { head: all.find(({ entry }) => entry.kind === 'head'), entries };
    this.#definers.set(name, definers);
    return definers;
  }

  /** Blocks beside `added` whose aliases may stand for something else now that `added` took the place of `removed`. */
  affected(removed: readonly B[], added: readonly B[]): ReadonlySet<B> {
    const affected = new Set<B>();
    // Without aliases, an anchor is nobody's business.
    if (this.used.isEmpty) return affected;
    const fresh = new Set(added);
    const names = [...changedNames(removed, added)].filter((name) => this.used.has(name));
    const seen = new Set(names);
    const followed = new Set<B>();
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      for (const block of this.used.each(name)) {
        if (followed.has(block)) continue;
        followed.add(block);
        if (!fresh.has(block)) affected.add(block);
        // What the block's own anchors stand for may rest on the alias.
        for (const { anchor } of block.tree.anchors) {
          if (anchor === undefined || seen.has(anchor)) continue;
          seen.add(anchor);
          names.push(anchor);
        }
      }
    }
    return affected;
  }
}

/** Whether there are anchors or aliases in a block; in most there are none. */
function mayRefer({ tree, hidden }: AnchorBlock): boolean {
  return (
    tree.anchors.length > 0 || tree.aliases.length > 0 || hidden.anchors.size > 0 || hidden.aliases.size > 0
  );
}

/** How many blocks begin before an offset of the file. */
function countBefore(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last node of a block that has an anchor and begins before an offset of the file. */
function lastBefore(block: AnchorBlock, name: string, offset: number): YamlContent | undefined {
  const nodes = block.anchorsByName().get(name) ?? [];
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && toFile(block, node).start < offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** Names of anchors that stand for something else, or stand elsewhere, in `added` than in `removed`. */
function changedNames(removed: readonly AnchorBlock[], added: readonly AnchorBlock[]): Set<string> {
  const names = new Set([...definedNames(removed), ...definedNames(added)]);
  if (removed.length > 1 || added.length > 1) return names;
  const before = definitions(removed);
  const after = definitions(added);
  for (const name of names) if (before.get(name) === after.get(name)) names.delete(name);
  return names;
}

function* definedNames(blocks: readonly AnchorBlock[]): Generator<string> {
  for (const block of blocks) {
    if (!mayRefer(block)) continue;
    yield* block.hidden.anchors;
    for (const { anchor } of block.tree.anchors) if (anchor !== undefined) yield anchor;
  }
}

/** What each anchor's nodes are written as. */
function definitions(blocks: readonly AnchorBlock[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { text, tree, hidden } of blocks) {
    for (const name of hidden.anchors) texts.set(name, `${texts.get(name) ?? ''}\0`);
    for (const { anchor, start, end } of tree.anchors) {
      if (anchor !== undefined) texts.set(anchor, `${texts.get(anchor) ?? ''}${text.slice(start, end)}\0`);
    }
  }
  return texts;
}

/** What is said of an alias that stands for nothing. */
export function unknownAlias({ name, start, end }: YamlAlias): Finding {
  if (name.includes('*')) {
    const message = `A value can't begin with "*", which makes it an alias; put it in quotes`;
    const edits = [{ start, end, newText: JSON.stringify(`*${name}`) }];
    return { start, end, message, fixes: [{ title: 'Put it in quotes', edits, preferred: true }] };
  }
  return {
    start,
    end,
    message: `Nothing before this has the anchor "&${name}"; write it above, or remove the "*${name}"`,
  };
}
