import type { Edit } from '../finding';

/** A text with edits made, all of them counted in the text as it is. Of two that overlap, the later one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue;
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}
