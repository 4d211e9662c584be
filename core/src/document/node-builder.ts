/** From the parser's flat events to nodes with spans. */
import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Finding } from '../finding';
import type { Span } from '../span';
import { repeatedKeys } from './duplicate-keys';
import { startOf } from './event-start';
import type {
  YamlAlias,
  YamlContent,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlScalar,
  YamlSequence,
} from './model';
import type { InnerTree, Tree } from './tree';
import { blockScalarSpan, flowEnd, nextDash } from './unmarked-places';

type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

const absent = -1;
const none: readonly never[] = [];
const styles: Readonly<Record<number, YamlScalar['style']>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** Reads one document's worth of events. */
export class NodeBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next: number;
  #base: number;
  /** The end of what was read last, in the text: where a thing without a mark of its own is looked for. */
  #end = 0;
  /** Absent until there is one: most entries have none, and there are many entries. */
  #anchors: YamlContent[] | undefined;
  #aliases: YamlAlias[] | undefined;
  #duplicateKeys: Finding[] | undefined;
  /** What YAML says against the text, though the parser doesn't. */
  error: Finding | undefined;
  /** Spans count from `base` of the text, which may be before its start. */
  constructor(text: string, events: readonly Event[], first: number, base: number) {
    this.#base = base;
    this.#text = text;
    this.#events = events;
    this.#next = first;
  }

  /** The tree at the current event. Items of a root mapping's `lists` become trees of their own. */
  tree(lists: readonly string[]): { readonly tree: Tree; readonly inner: readonly InnerTree[] } {
    const inner: InnerTree[] = [];
    const event = this.#events[this.#next];
    const node = event?.type === EVENT_ID.MAPPING ? this.#mapping(event, lists, inner) : this.#node();
    return { tree: this.#collected(this.#base, node), inner };
  }

  #collected(base: number, node: YamlNode | undefined): Tree {
    return {
      base,
      node,
      anchors: this.#anchors ?? none,
      aliases: this.#aliases ?? none,
      duplicateKeys: this.#duplicateKeys ?? none,
    };
  }

  #node(): YamlNode | undefined {
    const event = this.#events[this.#next];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      case EVENT_ID.MAPPING:
        return this.#mapping(event);
      case EVENT_ID.SEQUENCE:
        return this.#sequence(event);
      default:
        return undefined;
    }
  }

  #scalar(event: ScalarEvent): YamlScalar | undefined {
    this.#next++;
    const properties = this.#properties(event);
    if (event.valueStart === absent) {
      if (!properties) return undefined;
      const at = Math.max(event.anchorEnd, event.tagEnd);
      return this.#kept({ kind: 'scalar', value: '', style: 'plain', ...this.#span(at, at), ...properties });
    }
    const span = this.#scalarSpan(event);
    const value = getScalarValue(this.#text, event);
    return this.#kept({
      kind: 'scalar',
      value,
      style: styles[event.style] ?? 'plain',
      ...span,
      ...properties,
    });
  }

  #scalarSpan({ style, valueStart, valueEnd }: ScalarEvent): Span {
    if (style === SCALAR_STYLE.PLAIN) return this.#span(valueStart, valueEnd);
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
      return this.#span(valueStart - 1, valueEnd + 1);
    }
    const { start, end } = blockScalarSpan(this.#text, valueStart, valueEnd);
    return this.#span(start, end);
  }

  #alias(event: AliasEvent): YamlAlias {
    this.#next++;
    const span = this.#span(event.anchorStart - 1, event.anchorEnd);
    const alias: YamlAlias = {
      kind: 'alias',
      name: this.#text.slice(event.anchorStart, event.anchorEnd),
      ...span,
    };
    this.#aliases ??= [];
    this.#aliases.push(alias);
    return alias;
  }

  #sequence(event: SequenceEvent, list?: string, inner?: InnerTree[]): YamlSequence {
    this.#next++;
    const flow = event.style === COLLECTION_STYLE.FLOW;
    this.#end = event.start;
    const items: YamlNode[] = [];
    while (!this.#popped()) {
      if (list !== undefined && inner) inner.push(this.#inner(list));
      else items.push(this.#node() ?? this.#emptyItem());
    }
    const end = flow ? flowEnd(this.#text, Math.max(this.#end, event.start + 1)) : this.#end;
    return this.#kept({
      kind: 'sequence',
      flow,
      items,
      ...this.#span(event.start, end),
      ...this.#properties(event),
    });
  }

  /** An item of which nothing is written yet: the place after its dash. */
  #emptyItem(): YamlScalar {
    const at = nextDash(this.#text, this.#end);
    return { kind: 'scalar', value: '', style: 'plain', ...this.#span(at, at) };
  }

  #inner(list: string): InnerTree {
    const outer = [this.#base, this.#anchors, this.#aliases, this.#duplicateKeys] as const;
    const event = this.#events[this.#next];
    const base = event ? startOf(event) : absent;
    this.#base = base === absent ? nextDash(this.#text, this.#end) : base;
    this.#anchors = undefined;
    this.#aliases = undefined;
    this.#duplicateKeys = undefined;
    const node = this.#node() ?? this.#emptyItem();
    const [around] = outer;
    const tree = { ...this.#collected(this.#base - around, node), list, end: this.#end - around };
    [this.#base, this.#anchors, this.#aliases, this.#duplicateKeys] = outer;
    return tree;
  }

  #mapping(event: MappingEvent, lists: readonly string[] = [], inner?: InnerTree[]): YamlMapping {
    this.#next++;
    const flow = event.style === COLLECTION_STYLE.FLOW;
    this.#end = event.start;
    const pairs: YamlPair[] = [];
    while (!this.#popped()) {
      const key = this.#node() ?? this.#emptyKey();
      pairs.push({ key, value: this.#value(key, lists, inner) });
    }
    const end = flow ? flowEnd(this.#text, Math.max(this.#end, event.start + 1)) : this.#end;
    const repeated = repeatedKeys(pairs);
    if (repeated.length > 0) this.#duplicateKeys = (this.#duplicateKeys ?? []).concat(repeated);
    return this.#kept({
      kind: 'mapping',
      flow,
      pairs,
      ...this.#span(event.start, end),
      ...this.#properties(event),
    });
  }

  #value(key: YamlNode, lists: readonly string[], inner: InnerTree[] | undefined): YamlNode | undefined {
    const event = this.#events[this.#next];
    if (inner && key.kind === 'scalar' && event?.type === EVENT_ID.SEQUENCE && lists.includes(key.value)) {
      this.#sequence(event, key.value, inner);
      return undefined;
    }
    if (event?.type === EVENT_ID.MAPPING && event.style !== COLLECTION_STYLE.FLOW) {
      this.#refuseOnLineOfKey(event.start);
    }
    return this.#node();
  }

  /** `key: &a inner: value`: the parser takes it, and YAML has no such thing. */
  #refuseOnLineOfKey(start: number): void {
    if (/[\r\n]/.test(this.#text.slice(this.#end, start))) return;
    const message = "A mapping can't begin on the line of its key; write it below, or in braces";
    this.error ??= { start: start - this.#base, end: start + 1 - this.#base, message };
  }

  #emptyKey(): YamlScalar {
    return { kind: 'scalar', value: '', style: 'plain', ...this.#span(this.#end, this.#end) };
  }

  #popped(): boolean {
    const event = this.#events[this.#next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#next++;
    return true;
  }

  #span(start: number, end: number): Span {
    this.#end = end;
    return { start: start - this.#base, end: end - this.#base };
  }

  #properties(event: Properties): { anchor?: string; anchorSpan?: Span; tag?: string } | undefined {
    const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
    const tag = tagStart === absent ? undefined : { tag: this.#text.slice(tagStart, tagEnd) };
    if (anchorStart === absent) return tag;
    const anchor = this.#text.slice(anchorStart, anchorEnd);
    const anchorSpan = { start: anchorStart - 1 - this.#base, end: anchorEnd - this.#base };
    return { anchor, anchorSpan, ...tag };
  }

  #kept<N extends YamlScalar | YamlSequence | YamlMapping>(node: N): N {
    if (node.anchor !== undefined) {
      this.#anchors ??= [];
      this.#anchors.push(node);
    }
    return node;
  }
}
