import { fixEdits } from '../convert/fix-edits';
import type { RolesDocument } from '../document/document';
import type { Edit, Problem } from '../problem';

/** The edits of every preferred fix, as far as they don't meet: what does is left for another time. */
export function fixAll(document: RolesDocument, problems: readonly Problem[]): readonly Edit[] {
  const chosen: { readonly start: number; readonly end: number; readonly edits: readonly Edit[] }[] = [];
  for (const { fixes = [] } of problems) {
    const fix = fixes.find(({ preferred }) => preferred);
    // A fix of the whole file is for a person to choose.
    if (!fix || fix.wholeFile) continue;
    const edits = fixEdits(document, fix);
    chosen.push({
      start: Math.min(...edits.map(({ start }) => start)),
      end: Math.max(...edits.map(({ end }) => end)),
      edits,
    });
  }
  let reached = -1;
  return chosen
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ start, end, edits }) => {
      if (start <= reached) return [];
      reached = end;
      return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    });
}
