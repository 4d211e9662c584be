/** Text to trees by the YAML parser, or what is wrong with the text. */
import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Finding, Fix } from '../finding';
import { shift } from '../span';
import { closedOnLineAbove } from './closing-line';
import { NodeBuilder } from './node-builder';
import { maxDepth, syntaxFinding } from './syntax-finding';
import { emptyTree, type InnerTree, type Tree } from './tree';

export interface ParsedYaml {
  readonly tree: Tree;
  /** Items of the root mapping's `lists`, each a tree of its own. */
  readonly inner: readonly InnerTree[];
  readonly error?: Finding;
  /** Whether more documents follow; they aren't read. */
  readonly goesOn?: boolean;
}

export interface ParseOptions {
  /** Keys of the root mapping whose items become trees of their own. */
  readonly lists?: readonly string[];
  /** Where the text stands in what spans count in. */
  readonly at?: number;
}

/** Parses a text that should hold one YAML document. Where YAML refuses it, the tree is empty. */
export function parseYaml(text: string, { lists = [], at = 0 }: ParseOptions = {}): ParsedYaml {
  const events = readEvents(text);
  if (!Array.isArray(events)) {
    return { tree: emptyTree, inner: [], error: moved(events, at) };
  }
  const first = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT);
  const goesOn = events.findLastIndex((event) => event.type === EVENT_ID.DOCUMENT) > first;
  // Not `-at`, which may be -0: no small integer, and every place in the file would be kept as a double for it.
  const builder = new NodeBuilder(text, events, first + 1, 0 - at);
  const read = builder.tree(lists);
  return builder.error ? { tree: emptyTree, inner: [], error: builder.error } : { ...read, goesOn };
}

function moved({ fixes, ...finding }: Finding, by: number): Finding {
  const edits = (fix: Fix) => fix.edits.map((edit) => ({ ...edit, ...shift(edit, by) }));
  return {
    ...finding,
    ...shift(finding, by),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: edits(fix) })) }),
  };
}

/** What YAML itself says against a text, of however many documents. */
export function yamlError(text: string): Finding | undefined {
  const events = readEvents(text);
  return Array.isArray(events) ? undefined : events;
}

/** How much is parsed again, in all, for what the parser refuses and everybody else reads. */
const mostAgain = 4 * 1024 * 1024;

function readEvents(text: string): Event[] | Finding {
  let lenient = text;
  let events = eventsOf(text);
  for (let again = 0; !Array.isArray(events) && again < mostAgain; again += text.length) {
    const next = moreLenient(lenient, events);
    const read = next === undefined ? events : eventsOf(next);
    if (next === undefined || (!Array.isArray(read) && placeOf(read) <= placeOf(events))) break;
    lenient = next;
    events = read;
  }
  if (Array.isArray(events)) return events;
  return syntaxFinding(text, events.reason, Math.min(placeOf(events), text.length));
}

/** The text without what the parser may have stumbled over; places stay as they are. */
function moreLenient(text: string, error: YAMLException): string | undefined {
  // YAML wants a closing bracket deeper than the key that it belongs to; people write it below the key.
  const closed =
    error.reason === 'deficient indentation' ? closedOnLineAbove(text, placeOf(error)) : undefined;
  if (closed !== undefined) return closed;
  // The parser refuses a tab before a bracket and in brackets, which YAML allows. Spaces are as wide. A tab between a
  // dash, or a colon that begins a line, and a key is none of these.
  const spaced = text.replace(
    /(?:[,[{]|(?<=\S):|[:-](?=[ \t]+[[{])|[\]}'"](?=[ \t]+[,\]}]))[ \t]+/g,
    (found) => found.replaceAll('\t', ' '),
  );
  return spaced === text ? undefined : spaced;
}

function placeOf({ mark }: YAMLException): number {
  return mark?.position ?? 0;
}

function eventsOf(text: string): Event[] | YAMLException {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return error;
  }
}
