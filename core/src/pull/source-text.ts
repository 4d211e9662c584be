import { isMap, isNode, isPair, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';

/** One replacement, in offsets of the text as it was. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** Comes after all others at its place: a new section, after lines for the end of the one before. */
  readonly last?: boolean;
}

/** Edits of YAML text that touch what they are about and leave every other character alone. */
export class SourceText {
  readonly text: string;
  readonly lineBreak: string;

  constructor(text: string) {
    this.text = text;
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** A node's content; its anchor and the comments around it stay. */
  replace(node: Node, newText: string): TextEdit {
    const { start, end } = this.#content(node);
    return { start, end, newText };
  }

  /** Whether a list is in brackets on one line, without comments: short enough to be written anew. */
  isShort(list: YAMLSeq): boolean {
    const { start, end } = this.#content(list);
    return list.flow === true && !/[#\r\n]/.test(this.text.slice(start, end));
  }

  /** The items of a short list as they are written, anchors and all. */
  itemTexts(list: YAMLSeq): readonly string[] {
    let from = this.#content(list).start + 1;
    return list.items.map((item) => {
      const end = isNode(item) ? this.#content(item).end : from;
      const text = this.text.slice(from, end).replace(/^\s*,?\s*/, '');
      from = end;
      return text;
    });
  }

  /** A short list with these items. */
  replaceItems(list: YAMLSeq, items: readonly string[]): TextEdit {
    const { start } = this.#content(list);
    const space = this.text[start + 1] === ' ' ? ' ' : '';
    return this.replace(list, `[${space}${items.join(', ')}${space}]`);
  }

  /**
   * An item with the line that it has to itself; elsewhere a list of nothing takes its place. A line that somebody
   * wrote a comment on becomes one as a whole: why an item was there is not ours to throw away.
   */
  removeItem(list: YAMLSeq, item: Node): TextEdit {
    const { start, end } = this.#content(item);
    const line = this.#lineStart(start);
    const ownLine = !list.flow && /^[ \t]*-[ \t]+$/.test(this.text.slice(line, start));
    const isFirst = start - (list.range?.[0] ?? 0) <= start - line;
    // What is before a list's first dash on its line is another's.
    const whole = ownLine && (!isFirst || this.text.slice(line, list.range?.[0] ?? 0).trim() === '');
    if (!whole) return { start, end, newText: '[]' };
    const lineEnd = this.#lineEnd(end);
    const commented =
      /^[ \t]+#/.test(this.text.slice(end, lineEnd)) && !this.text.slice(line, end).includes('\n');
    if (!commented) return { start: line, end: lineEnd, newText: '' };
    const dash = line + this.text.slice(line).search(/\S/);
    return { start: dash, end: dash, newText: '# ' };
  }

  /** The lines of a pair that begins its own; `undefined` where it doesn't. */
  removePair(key: Node, value: Node): TextEdit | undefined {
    const { start } = this.#content(key);
    const line = this.#lineStart(start);
    if (this.text.slice(line, start).trim() !== '') return undefined;
    return { start: line, end: this.#lineEnd(this.#content(value).end), newText: '' };
  }

  /** New items: in brackets before the others, in lines after them. */
  insertItems(list: YAMLSeq, items: readonly string[]): TextEdit {
    if (!list.flow) {
      const indent = ' '.repeat(this.column(list));
      return this.insertLines(
        list,
        items.map((item) => `${indent}- ${item}`),
      );
    }
    const at = this.#content(list).start + 1;
    return { start: at, end: at, newText: `${items.join(', ')}${list.items.length > 0 ? ', ' : ''}` };
  }

  /** Whole lines after the line that a node ends on. */
  insertLines(after: Node, lines: readonly string[]): TextEdit {
    const at = this.#lineEnd(this.#content(after).end);
    const needsBreak = at > 0 && this.text[at - 1] !== '\n';
    const text = lines.map((line) => `${line}${this.lineBreak}`).join('');
    return { start: at, end: at, newText: needsBreak ? `${this.lineBreak}${text}` : text };
  }

  /** Whether a blank line is before this node's line. */
  isAfterBlank(node: Node): boolean {
    return /\n[ \t]*\r?\n$/.test(this.text.slice(0, this.#lineStart(this.#content(node).start)));
  }

  /** The column that a node begins at. */
  column(node: Node): number {
    const start = node.range?.[0] ?? 0;
    return start - this.#lineStart(start);
  }

  /** Without the comments and blank lines that follow, which a collection in lines counts as its own. */
  #content(node: Node): { start: number; end: number } {
    const [start = 0, valueEnd = 0] = node.range ?? [];
    const last = (isMap(node) || isSeq(node)) && !node.flow ? lastOf(node) : undefined;
    const end = last ? this.#content(last).end : start + this.text.slice(start, valueEnd).trimEnd().length;
    return { start, end };
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    return at < 0 ? this.text.length : at + 1;
  }
}

function lastOf(collection: YAMLMap | YAMLSeq): Node | undefined {
  const item = collection.items.at(-1);
  if (!isPair(item)) return isNode(item) ? item : undefined;
  if (isNode(item.value) && !(isScalar(item.value) && item.value.value === null)) return item.value;
  return isNode(item.key) ? item.key : undefined;
}

/** The text with these edits, which don't overlap. Those at one place come in their order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits.toSorted(
    (a, b) => a.start - b.start || Number(a.last ?? false) - Number(b.last ?? false) || a.end - b.end,
  )) {
    result += text.slice(at, Math.max(at, start)) + newText;
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}
