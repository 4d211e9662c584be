/** One block's text to a tree; where YAML refuses the text, as much of it as can be read all the same. */
import type { Finding } from '../finding';
import { repeatedKeys } from './duplicate-keys';
import { indentOf, isBlank, isLineBreak, isMarker, keyAt, lineStartOf, nextLine } from './lines';
import type { YamlMapping, YamlPair } from './model';
import { plainEntry } from './plain-entry';
import { fitsNothing, noColon } from './syntax-finding';
import { mostText, tooLarge } from './too-large';
import type { InnerTree, Tree } from './tree';
import { emptyTree } from './tree';
import { type ParsedYaml, parseYaml } from './yaml';

export interface Read {
  readonly tree: Tree;
  readonly syntax: readonly Finding[];
  /** What couldn't be read; it may hold anchors and aliases all the same. */
  readonly unread?: readonly string[];
}

const none: readonly Finding[] = [];

export interface ReadHead extends Read {
  readonly inner: readonly InnerTree[];
}

/** The text of one entry, its dash included. */
export function readEntry(text: string): Read {
  const plain = plainEntry(text);
  if (plain) {
    return { tree: { ...emptyTree, node: plain, duplicateKeys: repeatedKeys(plain.pairs) }, syntax: none };
  }
  const { tree, error } = parseYaml(text);
  if (error) return readByKeys(text, contentStart(text), [], error);
  const node = tree.node?.kind === 'sequence' ? tree.node.items[0] : tree.node;
  return { tree: { ...tree, node }, syntax: none };
}

/** The head's text; entries that are inside it come out one by one. */
export function readHead(text: string): ReadHead {
  if (text.length > mostText) return { tree: emptyTree, inner: [], syntax: tooLarge(text) };
  const lists = ['roles', 'users'];
  const { tree, inner, error, goesOn } = parseYaml(text, { lists });
  return error
    ? readByKeys(text, pastComments(text, text.startsWith('\ufeff') ? 1 : 0), lists, error)
    : { tree, inner, syntax: goesOn ? [secondDocument(text)] : none };
}

/** The marker that ends the first document. */
function secondDocument(text: string): Finding {
  let hasContent = false;
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const isBetween = isMarker(text, line);
    if (isBetween && hasContent) {
      return {
        start: line,
        end: line + 3,
        message: 'A second document begins here; keep one in a file',
        onlyHere: true,
      };
    }
    const code = text.charCodeAt(line + indentOf(text, line));
    if (!isBetween && code !== 35 && code !== 37 && !isLineBreak(code)) hasContent = true;
  }
  return {
    start: 0,
    end: 0,
    message: 'The file has several documents; keep one in a file',
    onlyHere: true,
  };
}

/** Past this, a broken text isn't worth reading line by line. */
const mostStretches = 1000;

/**
 * Reads each key of a broken mapping by itself, so that one key's error leaves the others. Only the first error is
 * told: those after it are often its echoes.
 */
function readByKeys(text: string, start: number, lists: readonly string[], error: Finding): ReadHead {
  const stretches = [...keyStretches(text, start)];
  if (stretches.length > mostStretches)
    return { tree: emptyTree, inner: [], syntax: [error], unread: [text] };
  const parts: ParsedYaml[] = [];
  const unread: string[] = [text.slice(0, start)];
  const findings: Finding[] = [];
  // A line of an entry that has lost all of its indentation is one of the file's own to other tools, and all is well.
  const isSplit = stretches[0]?.column !== 0 && stretches.some(({ column }) => column === 0);
  const elsewhere = isSplit && { onlyHere: true };
  for (const { from, to, column } of stretches) {
    const stretch = text.slice(from, to).trimEnd();
    const part = parseYaml(' '.repeat(column) + stretch, { lists, at: from - column });
    // Comments above the first key: nothing is wrong with them.
    if (!part.error && !part.tree.node) continue;
    const isKey = part.tree.node?.kind === 'mapping';
    if (isKey && column === stretches[0]?.column) {
      parts.push(part);
    } else {
      unread.push(stretch);
      findings.push(part.error ?? { ...(isKey ? fitsNothing : noColon)(text, from), ...elsewhere });
    }
  }
  return { ...joined(parts), syntax: [findings[0] ?? error], unread };
}

function joined(parts: readonly ParsedYaml[]): Pick<ReadHead, 'tree' | 'inner'> {
  const pairs: YamlPair[] = parts.flatMap(({ tree: { node } }) =>
    node?.kind === 'mapping' ? node.pairs : [],
  );
  const first = parts[0]?.tree.node;
  const last = parts.at(-1)?.tree.node;
  const node: YamlMapping | undefined =
    first && last ? { kind: 'mapping', flow: false, pairs, start: first.start, end: last.end } : undefined;
  return {
    tree: {
      base: 0,
      node,
      anchors: parts.flatMap(({ tree }) => tree.anchors),
      aliases: parts.flatMap(({ tree }) => tree.aliases),
      duplicateKeys: [...parts.flatMap(({ tree }) => tree.duplicateKeys), ...repeatedKeys(pairs)],
    },
    inner: parts.flatMap(({ inner }) => inner),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

/** Runs of lines that begin at the column of the first or before it: one for each key, and for what is no key. */
function* keyStretches(text: string, start: number): Generator<Stretch> {
  const first = start - lineStartOf(text, start);
  let from = start;
  let column = first;
  // What stands at the column of a key whose line ends with a bracket is in the bracket, if it is no key itself.
  let isInBracket = endsWithBracket(text, start);
  let holdsList = isWithoutValue(text, start);
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    const indent = indentOf(text, line);
    const at = line + indent;
    const isItem = holdsList && indent >= column && text[at] === '-' && isBlank(text.charCodeAt(at + 1));
    const isPart = indent > first || isItem || isLeftToLineAbove(text.charCodeAt(at));
    if (isPart) isInBracket = false;
    if (isPart || (isInBracket && !keyAt(text, at))) continue;
    yield { from, to: line, column };
    from = at;
    column = indent;
    isInBracket = endsWithBracket(text, at);
    holdsList = isWithoutValue(text, at);
  }
  yield { from, to: text.length, column };
}

/** Whether a line that begins so is no key of its own: nothing, a comment, or a bracket that closes what is above. */
function isLeftToLineAbove(code: number): boolean {
  return isLineBreak(code) || code === 35 || code === 93 || code === 125;
}

/** Whether a key's line holds no more than the key and what a value begins with: a list may stand at its column. */
function isWithoutValue(text: string, at: number): boolean {
  const key = keyAt(text, at);
  return (
    key !== undefined &&
    /^[ \t]*(?:[&!]\S*(?=\s|$)[ \t]*)*(?:#|[\r\n]|$)/.test(text.slice(key.end, key.end + 200))
  );
}

function endsWithBracket(text: string, from: number): boolean {
  let end = nextLine(text, from);
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return text[end - 1] === '[' || text[end - 1] === '{';
}

/** The start of the first line that says something, from the one on that `at` is in; `at` where that one does. */
function pastComments(text: string, at: number): number {
  let line = at;
  for (; line < text.length; line = nextLine(text, line)) {
    const code = text.charCodeAt(line + indentOf(text, line));
    if (code !== 35 && !isLineBreak(code)) return line;
  }
  return line;
}

/** Where an entry's first key stands, or what there is in its place. */
function contentStart(text: string): number {
  let at = indentOf(text, 0);
  while (text.charCodeAt(at) === 45 && isBlank(text.charCodeAt(at + 1))) {
    at++;
    while (text.charCodeAt(at) === 32) at++;
  }
  // A dash alone on its line: the keys are below it.
  if (!keyAt(text, at) && isBlank(text.charCodeAt(at))) at = nextLine(text, at);
  at = pastComments(text, at);
  return at < text.length && text.charCodeAt(at) === 32 ? at + indentOf(text, at) : Math.min(at, text.length);
}
