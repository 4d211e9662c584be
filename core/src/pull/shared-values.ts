import type { Resolve } from '../document/entries';
import type { YamlAlias, YamlContent, YamlNode } from '../document/model';
import type { Tree } from '../document/tree';
import type { Span } from '../span';
import { FlowTexts } from './flow-texts';
import type { SourceText, TextEdit } from './source-text';

/** Values that several places of a file share by an anchor and its aliases, while some of the places change. */
export class SharedValues {
  readonly #anchors: Tree['anchors'];
  readonly #source: SourceText;
  readonly #targets = new Map<YamlAlias, YamlContent>();
  /** What values are made to say, where that is known. */
  readonly #wanted = new Map<YamlContent, string>();
  /** Aliases that go on saying what their anchor's node says once it is changed. */
  readonly #following = new Set<YamlAlias>();

  constructor({ anchors, aliases }: Tree, source: SourceText) {
    this.#anchors = anchors;
    this.#source = source;
    const named = new Map<string, YamlContent>();
    for (const node of [...anchors, ...aliases].sort((a, b) => a.start - b.start)) {
      const target = node.kind === 'alias' ? named.get(node.name) : undefined;
      if (node.kind !== 'alias') named.set(node.anchor ?? '', node);
      else if (target) this.#targets.set(node, target);
    }
  }

  readonly resolve: Resolve = (alias) => this.#targets.get(alias);

  /** What a node is or stands for, when it is changed where it is written. */
  follow(node: YamlNode | undefined): YamlContent | undefined {
    if (node?.kind !== 'alias') return node;
    this.#following.add(node);
    return this.resolve(node);
  }

  /** Whether a value needs no edit: it says what is wanted now, or is an alias of one that is made to say it. */
  says(node: YamlNode, wanted: string, isSo: boolean): boolean {
    if (node.kind !== 'alias') {
      this.#wanted.set(node, wanted);
      return isSo;
    }
    const target = this.resolve(node);
    if (!target || this.#wanted.get(target) !== wanted) return isSo;
    this.#following.add(node);
    return true;
  }

  /** These edits, and those it takes for all other places to say what they said: they shared what is changed. */
  settled(edits: readonly TextEdit[]): readonly TextEdit[] {
    const isGone = (span: Span | undefined) =>
      span !== undefined && edits.some((edit) => edit.start < edit.end && contains(edit, span));
    const changed = this.#anchors.filter(
      (node) => isGone(node.anchorSpan) || edits.some(({ of }) => contains(node, of)),
    );
    const texts = new FlowTexts(this.#source.text, (alias) => {
      const target = this.resolve(alias);
      return target && changed.includes(target) ? target : undefined;
    });
    const moves = changed.flatMap((node) => {
      const aliases = [...this.#targets].flatMap(([alias, target]) => (target === node ? alias : []));
      const isLost = isGone(node.anchorSpan);
      const isFollowed = !isLost && aliases.some((alias) => this.#following.has(alias));
      const [first, ...others] = aliases.filter(
        (alias) => !isGone(alias) && !(isFollowed && this.#following.has(alias)),
      );
      if (!first) return [];
      const text = texts.of(node);
      if (isFollowed) return [first, ...others].map((alias) => this.#source.replace(alias, text));
      // The others go on to find the value by the anchor, which is where the first one was.
      const move = this.#source.replace(first, `&${node.anchor} ${text}`);
      return isLost ? [move] : [move, ...this.#withoutAnchor(node)];
    });
    return [...edits, ...moves];
  }

  #withoutAnchor(node: YamlContent): readonly TextEdit[] {
    if (!node.anchorSpan) return [];
    const { start, end } = node.anchorSpan;
    const { text } = this.#source;
    const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    const isBeforeContent = end + blanks === node.start;
    return isBeforeContent
      ? [{ start, end: node.start, newText: '', of: node }]
      : [{ start: text.slice(0, start).trimEnd().length, end, newText: '', of: node }];
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
