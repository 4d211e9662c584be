/** Text to trees by the YAML parser, or what is wrong with the text. */
import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Finding } from '../finding';
import { type InnerTree, NodeBuilder, type Tree } from './node-builder';
import { syntaxMessage } from './syntax-message';

/** Mappings and lists inside one another; more is an attack or an accident, and deep recursion costs a crash. */
const maxDepth = 64;

export interface ParsedYaml {
  readonly tree: Tree;
  /** Items of the root mapping's `lists`, each a tree of its own. */
  readonly inner: readonly InnerTree[];
  readonly error?: Finding;
}

const emptyTree: Tree = { base: 0, node: undefined, anchors: [], aliases: [], duplicateKeys: [] };

/** Parses a text that should hold one YAML document. Where YAML refuses it, the tree is empty. */
export function parseYaml(text: string, lists: readonly string[] = []): ParsedYaml {
  const events = readEvents(text);
  if (!Array.isArray(events)) return { tree: emptyTree, inner: [], error: events };
  const first = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT);
  return new NodeBuilder(text, events, first + 1).tree(lists);
}

/** Whether YAML itself accepts the text, of however many documents. */
export function yamlError(text: string): Finding | undefined {
  const events = readEvents(text);
  return Array.isArray(events) ? undefined : events;
}

function readEvents(text: string): Event[] | Finding {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = Math.min(error.mark?.position ?? 0, text.length);
    return { ...syntaxSpan(text, at), message: syntaxMessage(error.reason) };
  }
}

/** The rest of the word at `at`; at the end of a line, what stands before it: an empty span can't be seen. */
function syntaxSpan(text: string, at: number): { start: number; end: number } {
  let end = at;
  while (end < text.length && !/[\s,[\]{}]/.test(text[end] ?? '')) end++;
  if (end > at) return { start: at, end };
  if (at < text.length && !/\s/.test(text[at] ?? '')) return { start: at, end: at + 1 };
  let start = at;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  end = start;
  while (start > 0 && !/\s/.test(text[start - 1] ?? '')) start--;
  return { start, end };
}
