import type { YamlNode, YamlPair, YamlSequence } from '../document/model';
import type { Span } from '../span';
import { commentedOut, commentsIn } from './comments';

/** One replacement, in offsets of the text as it was. */
export interface TextEdit extends Span {
  readonly newText: string;
  /** What says something else after it. */
  readonly of: Span;
  /** Comes after all others at its place: a new section, after lines for the end of the one before. */
  readonly last?: boolean;
}

/** Edits of YAML text that touch what they are about, and leave every other character and all comments alone. */
export class SourceText {
  readonly text: string;
  readonly lineBreak: string;

  constructor(text: string) {
    this.text = text;
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** A node's content and its tag; its anchor stays, and the comments in it come after what is new. */
  replace(node: YamlNode, newText: string): TextEdit {
    const start = this.#pastAnchor(node);
    const { end } = node;
    const comments = commentsIn(this.text, node, [node]);
    const isApart = start < end || /\s/.test(this.text[start - 1] ?? ' ');
    const content = isApart ? newText : ` ${newText}`;
    if (comments.length === 0) return { start, end, newText: content, of: node };
    const nextLine = this.lineBreak + ' '.repeat(this.column(node));
    const blanks = /^[ \t]*/.exec(this.text.slice(end))?.[0].length ?? 0;
    const isLast = /^(?:\r?\n|$)/.test(this.text.slice(end + blanks));
    const after = comments.join(nextLine) + (isLast ? '' : nextLine);
    return { start, end: end + blanks, newText: `${content} ${after}`, of: node };
  }

  /** Where a node's tag begins, where it has one after its anchor, or its content. */
  #pastAnchor(node: YamlNode): number {
    const tag = node.kind === 'alias' ? undefined : node.tag;
    const before = this.text.slice(0, node.start).trimEnd();
    return tag && before.endsWith(tag) ? before.length - tag.length : node.start;
  }

  /** The value of a key that has none. */
  fill({ key }: YamlPair, newText: string): TextEdit {
    const colon = /^\s*:/.exec(this.text.slice(key.end))?.[0] ?? '';
    const at = key.end + colon.length;
    return { start: at, end: at, newText: colon ? ` ${newText}` : `: ${newText}`, of: key };
  }

  /** Nothing in place of a node and the blanks before it. */
  clear(node: YamlNode): TextEdit {
    const blanks = /[ \t]*$/.exec(this.#before(node.start))?.[0].length ?? 0;
    return { start: node.start - blanks, end: node.end, newText: '', of: node };
  }

  /** A pair with its lines; `undefined` where it shares them. */
  removePair({ key, value }: YamlPair): TextEdit | undefined {
    const start = key.start;
    if (this.#before(start).trim() !== '') return undefined;
    return this.#removeLines({ start, end: value?.end ?? key.end }, value ? [key, value] : [key]);
  }

  /** An item of a list in lines with its own; `undefined` where it shares them. */
  removeItem(list: YamlSequence, item: YamlNode): TextEdit | undefined {
    const before = this.#before(startOf(item));
    const dash = before.lastIndexOf('-');
    // What is before a list's first dash on its line is another's.
    if (dash !== this.column(list) || before.replace('-', '').trim() !== '') return undefined;
    return this.#removeLines({ start: startOf(item) - before.length + dash, end: item.end }, [item]);
  }

  /** Lines that somebody wrote a comment on become comments: why something was there is not ours to throw away. */
  #removeLines(of: Span, nodes: readonly YamlNode[]): TextEdit {
    const start = this.#lineStart(of.start);
    const end = this.#lineEnd(of.end);
    const isCommented = commentsIn(this.text, { start: of.start, end }, nodes).length > 0;
    const newText = isCommented ? commentedOut(this.text.slice(start, end), of.start - start) : '';
    return { start, end, newText, of };
  }

  /** Whole lines after the line that something ends on. */
  insertLines({ end }: Span, lines: readonly string[], of: Span): TextEdit {
    const at = this.#lineEnd(end);
    const needsBreak = at > 0 && this.text[at - 1] !== '\n';
    const text = lines.map((line) => `${line}${this.lineBreak}`).join('');
    return { start: at, end: at, newText: needsBreak ? `${this.lineBreak}${text}` : text, of };
  }

  /** Whole lines at the end of the document, after a blank one. */
  appendLines(lines: readonly string[]): TextEdit {
    const marker = this.text.search(/^\.\.\.(?=\s|$)/m);
    const at = marker < 0 ? this.text.length : marker;
    const text = ['', ...lines].map((line) => `${line}${this.lineBreak}`).join('');
    const needsBreak = at > 0 && this.text[at - 1] !== '\n';
    const newText = needsBreak ? `${this.lineBreak}${text}` : text;
    return { start: at, end: at, newText, of: { start: 0, end: this.text.length }, last: true };
  }

  /** Whether a blank line is before this node's line. */
  isAfterBlank(node: YamlNode): boolean {
    return /\n[ \t]*\r?\n$/.test(this.text.slice(0, this.#lineStart(node.start)));
  }

  /** The column that a node begins at. */
  column({ start }: Span): number {
    return start - this.#lineStart(start);
  }

  /** What is on the line before an offset. */
  #before(offset: number): string {
    return this.text.slice(this.#lineStart(offset), offset);
  }

  #lineStart(offset: number): number {
    // A byte order mark is before the first line.
    return this.text.lastIndexOf('\n', offset - 1) + 1 || Number(this.text.startsWith('\ufeff'));
  }

  #lineEnd(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    return at < 0 ? this.text.length : at + 1;
  }
}

/** Where a node begins, its anchor included. */
export function startOf(node: YamlNode): number {
  return node.kind === 'alias' ? node.start : (node.anchorSpan?.start ?? node.start);
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
