/** The parser's complaints in our words, at the place that has to be changed. */
import type { Finding } from '../finding';
import type { Span } from '../span';
import { indentOf, isBlank, isLineBreak, keyAt, lineStartOf } from './lines';
import { misplacedItem, misplacedValue, onLineOfBlock } from './misplaced-value';

/** Lists and mappings inside one another; more is an accident or an attack. */
export const maxDepth = 64;

/** What to say for a reason of the parser at an offset of the text. */
export function syntaxFinding(text: string, reason: string, at: number): Finding {
  if (reason.includes('quoted scalar')) return unclosed(text, at, reason.includes('single') ? "'" : '"');
  if (reason.endsWith('within a flow collection')) return unclosedBracket(text, at);
  if (/^name of an? (?:alias|anchor)/.test(reason)) return { start: at - 1, end: at, ...saidFor(reason) };
  if (reason === 'a line break is expected') return onLineOfBlock(text, at);
  const item = reason.startsWith('missed comma') ? misplacedItem(text, at) : undefined;
  return item ?? misplaced(text, reason, at) ?? { ...wordAt(text, at), ...saidFor(reason) };
}

/** A line or a part of one that is sound by itself and wrong where it stands. */
function misplaced(text: string, reason: string, at: number): Finding | undefined {
  if (!/^(?:bad|deficient) indentation|^end of the stream or a document|^tab characters/.test(reason))
    return undefined;
  const line = lineStartOf(text, at);
  const blanks = /^[ \t]*/.exec(text.slice(line, at))?.[0] ?? '';
  if (blanks.includes('\t')) {
    return { start: line, end: line + blanks.length, message: "A tab can't indent YAML; write spaces" };
  }
  const ch = text[at];
  if ((ch === ']' || ch === '}') && reason === 'deficient indentation') {
    // Read all the same, save where there are too many in too long a text.
    const message = `This "${ch}" has to be deeper than its key; indent it`;
    return { start: at, end: at + 1, message, onlyHere: true };
  }
  if (ch === ']' || ch === '}') {
    return { start: at, end: at + 1, message: `Nothing is open that this "${ch}" could close; remove it` };
  }
  const afterDash = /^[- ]*-(?= *\t)[ \t]+/.exec(text.slice(line, at))?.[0];
  if (ch === ':' && afterDash !== undefined) {
    const start = line + afterDash.trimEnd().length;
    return { start, end: line + afterDash.length, message: "A tab can't stand before a key; write spaces" };
  }
  if (ch === ':' && keyAt(text, line + blanks.length)?.end !== at + 1) {
    return { start: at, end: at + 1, message: 'A value with ": " inside needs quotes around it' };
  }
  return misplacedValue(text, at) ?? fitsNothing(text, at);
}

/** A line that is indented as nothing around it is, or among the items of a list and without a dash. */
export function fitsNothing(text: string, at: number): Finding {
  const line = lineStartOf(text, at);
  const indent = indentOf(text, line);
  const start = line + indent;
  const wide = wideBlanks(text, start);
  if (wide) return wide;
  if (isAmongItems(text, line, indent)) {
    const item = wordAt(text, start);
    const word = text.slice(item.start, item.end);
    if (/^-\w/.test(word)) {
      return noSpace(item, start + 1, `A dash needs a space after it; write "- ${word.slice(1)}"`);
    }
    if (keyAt(text, start) === undefined) {
      return {
        ...item,
        message: `An item of a list needs its dash; write "- ${word}"`,
        fixes: [{ title: 'Add the dash', edits: [{ start, end: start, newText: '- ' }], preferred: true }],
      };
    }
  }
  return {
    ...wordAt(text, start),
    message: 'The indentation of this line fits nothing above it; line it up with what it belongs to',
  };
}

/** Spaces that aren't YAML's: they come along when text is copied from a page. */
function wideBlanks(text: string, start: number): Finding | undefined {
  const blanks = /^[\u00a0\u2000-\u200a\u202f\u3000][^\S\r\n]*/.exec(
    text.slice(start, start + longestWord),
  )?.[0];
  if (blanks === undefined) return undefined;
  const end = start + blanks.length;
  const edits = [{ start, end, newText: ' '.repeat(blanks.length) }];
  return {
    start,
    end,
    message: "A no-break space can't indent YAML; write spaces",
    fixes: [{ title: 'Change to spaces', edits, preferred: true }],
    onlyHere: true,
  };
}

function noSpace(span: Span, at: number, message: string): Finding {
  return {
    ...span,
    message,
    fixes: [{ title: 'Add the space', edits: [{ start: at, end: at, newText: ' ' }], preferred: true }],
  };
}

/** Whether the nearest line above that is indented no deeper begins an item at `column`. */
function isAmongItems(text: string, line: number, column: number): boolean {
  let above = line;
  while (above > 0) {
    above = lineStartOf(text, above - 1);
    const indent = indentOf(text, above);
    const first = text[above + indent];
    if (indent > column || first === '#' || first === undefined || isLineBreak(first.charCodeAt(0))) continue;
    return indent === column && first === '-' && isBlank(text.charCodeAt(above + indent + 1));
  }
  return false;
}

/** A line that is no key among those that are. */
export function noColon(text: string, start: number): Finding {
  const wide = wideBlanks(text, start);
  if (wide) return wide;
  const end = start + longestWord;
  const line = /^[^\r\n#]*/.exec(text.slice(start, end))?.[0].trimEnd() ?? '';
  const key = /^[\w-]+:(?=[^\s:/])/.exec(line)?.[0];
  if (key !== undefined) {
    const colon = start + key.length - 1;
    const message = `A key needs a space after its colon; write "${key} ${line.slice(key.length)}"`;
    return noSpace({ start: colon, end: colon + 1 }, colon + 1, message);
  }
  return {
    start,
    end: Math.min(text.length, start + Math.max(1, line.length)),
    message: 'A key needs a colon after it; write "key: value"',
  };
}

function saidFor(reason: string): Pick<Finding, 'message' | 'onlyHere'> {
  const known = messages.find(([start]) => reason.startsWith(start));
  if (!known) return { message: `YAML can't be read from here: ${reason}` };
  return { message: known[1], ...(known[2] && { onlyHere: true }) };
}

/** What YAML forbids and tools that are kinder read all the same is `only here`. */
const messages: readonly (readonly [reason: string, message: string, only?: 'only here'])[] = [
  ['tab characters', "A tab can't indent YAML; write spaces"],
  ['a whitespace character is expected', 'A key needs a space after its colon; write one'],
  ['missed comma', 'Something is missing between two items; write a ","'],
  ['expected the node content', 'Nothing stands before this ","; write an item or remove the comma'],
  ['duplication of an anchor', 'A value can have one anchor; remove this one'],
  ['duplication of a tag', 'A value can have one tag; remove this one'],
  ['alias node should not have', 'An alias can have no anchor and no tag of its own; remove them'],
  ['name of an alias', 'An alias needs a name after its "*"; write one, or put the value in quotes'],
  ['name of an anchor', 'An anchor needs a name after its "&"; write one, or put the value in quotes'],
  ['unknown escape', 'Unknown escape in double quotes; write "\\\\" for a backslash, or use single quotes'],
  ['expected hexadecimal', 'This escape lacks hexadecimal digits; write them, or use single quotes'],
  [
    'nesting exceeded',
    `More than ${maxDepth} lists and mappings are inside one another; write it flatter`,
    'only here',
  ],
  ['null byte', "A NUL character can't be in YAML; remove it", 'only here'],
  ['the stream contains non-printable', "A control character can't be in YAML; remove it", 'only here'],
  [
    'expected valid JSON',
    "A control character can't be in YAML; remove it, or write it as an escape",
    'only here',
  ],
];

/** The quote that was opened last is the one that never closes: after it, everything is text. */
function unclosed(text: string, at: number, quote: '"' | "'"): Finding {
  const start = Math.max(0, text.lastIndexOf(quote, at - 1));
  return {
    start,
    end: endOfLine(text, start),
    message: `This text is never closed; write the closing ${quote}`,
  };
}

function unclosedBracket(text: string, at: number): Finding {
  let closed = 0;
  for (let start = at - 1; start >= 0; start--) {
    const ch = text[start];
    if (ch === ']' || ch === '}') closed++;
    else if ((ch === '[' || ch === '{') && closed-- === 0) {
      const closing = ch === '[' ? ']' : '}';
      return {
        start,
        end: endOfLine(text, start),
        message: `This "${ch}" is never closed; write the "${closing}"`,
      };
    }
  }
  return { ...wordAt(text, at), message: 'A bracket is never closed; write the closing one' };
}

function endOfLine(text: string, from: number): number {
  const rest = text.slice(from, from + 200).search(/\s*(?:[\r\n]|$)/);
  return from + Math.max(1, rest);
}

/** The word at `at`, or the one before it where none is there: an empty span can't be seen. */
function wordAt(text: string, at: number): Span {
  let start = at;
  if (isBlank(text.charCodeAt(start))) {
    while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
    while (start > 0 && !isBlank(text.charCodeAt(start - 1)) && at - start < longestWord) start--;
  }
  let end = start;
  while (!isBlank(text.charCodeAt(end)) && end - start < longestWord) end++;
  return { start, end };
}

const longestWord = 200;
