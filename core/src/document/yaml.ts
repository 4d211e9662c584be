/** Text to trees by the YAML parser, or what is wrong with the text. */
import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Finding, Fix } from '../finding';
import { shift } from '../span';
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

function readEvents(text: string): Event[] | Finding {
  const events = eventsOf(text);
  if (Array.isArray(events)) return events;
  // The parser refuses a tab before a bracket and in brackets, which YAML allows. Spaces are as wide, so places stay
  // as they are. A tab between a dash, or a colon that begins a line, and a key is none of these.
  const spaced = text.replace(
    /(?:[,[{]|(?<=\S):|[:-](?=[ \t]+[[{])|[\]}'"](?=[ \t]+[,\]}]))[ \t]+/g,
    (found) => found.replaceAll('\t', ' '),
  );
  const again = spaced === text ? events : eventsOf(spaced);
  if (Array.isArray(again)) return again;
  return syntaxFinding(text, events.reason, Math.min(events.mark?.position ?? 0, text.length));
}

function eventsOf(text: string): Event[] | YAMLException {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return error;
  }
}
