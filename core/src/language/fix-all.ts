import { fixEdits } from '../convert/fix-edits';
import type { RolesDocument } from '../document/document';
import type { Edit, Problem } from '../problem';

/** The edits of every preferred fix, as far as they don't meet: what does is left for another time. */
export function fixAll(document: RolesDocument, problems: readonly Problem[]): readonly Edit[] {
  const edits: Edit[] = [];
  const taken: Edit[] = [];
  for (const { fixes = [] } of problems) {
    const fix = fixes.find(({ preferred }) => preferred);
    // A fix of the whole file is for a person to choose.
    if (!fix || fix.wholeFile) continue;
    const own = fixEdits(document, fix);
    if (own.some((edit) => taken.some((other) => meets(edit, other)))) continue;
    edits.push(...own);
    taken.push(...own);
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function meets(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
