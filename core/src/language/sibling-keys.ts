import { lineStartOf } from '../document/lines';
import type { CompletionContext } from './completion-item';
import { isIdle, nextLine, readLine } from './yaml-line';

/** The keys that the mapping around the cursor has beside the one that is being typed, read from the text. */
export function siblingKeys({ document, place }: CompletionContext): ReadonlySet<string> {
  if (place.flowKeys) return new Set(place.flowKeys);
  const { word, column, entry, text } = place;
  if (!entry && column === 0) return topKeys(document.head.text);
  const keys = new Set<string>();
  const own = lineStartOf(text, word.start - place.start);
  let start: number | undefined = own;
  // From the line that opens the mapping to the one that ends it: both are less indented, or begin with a dash.
  while (start > 0 && !opens(text, start, column)) start = lineStartOf(text, start - 1);
  for (let first = true; start !== undefined; start = nextLine(text, start), first = false) {
    if (isIdle(text, start)) continue;
    const { indent, marks } = readLine(text, start);
    if (!first && start !== own && indent < column) break;
    const key = marks.at(-1);
    if (key?.kind === 'key' && key.column === column && !(start === own && key.key === word.value))
      keys.add(key.key);
  }
  return keys;
}

/** Whether the line at `start` is where a mapping at `column` begins: on it after a dash, or below it. */
function opens(text: string, start: number, column: number): boolean {
  if (isIdle(text, start)) return false;
  const { indent, marks } = readLine(text, start);
  return indent < column || (indent === column && marks[0]?.kind === 'item');
}

function topKeys(text: string): ReadonlySet<string> {
  return new Set(text.match(/^[\w-]+(?=\s*:(?:\s|$))/gm));
}
