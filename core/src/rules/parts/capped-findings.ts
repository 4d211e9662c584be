import type { Finding } from '../../finding';
import type { Found, PlacedFinding, Rule } from '../rule';

/** Nobody reads more findings of one rule, and a file, or one block of it, may be made to have a million. */
const mostOfOneKind = 1000;
const tooMany = 'There is more of the same than is shown; mend what is above first';

/** What rules found, up to a thousand of each, the last of which says that there are more. */
export class CappedFindings<F extends Finding | PlacedFinding = Finding> {
  readonly list: { readonly rule: Rule; readonly finding: F }[] = [];
  /** Absent until there is a finding: most blocks have none. */
  #counts: Map<Rule, number> | undefined;

  add(rule: Rule, found: Found<F>): void {
    if (!found) return;
    for (const finding of found) {
      this.#counts ??= new Map();
      const count = (this.#counts.get(rule) ?? 0) + 1;
      if (count > mostOfOneKind) return;
      this.#counts.set(rule, count);
      const isLast = count === mostOfOneKind;
      this.list.push({ rule, finding: isLast ? { ...finding, message: tooMany } : finding });
    }
  }
}
