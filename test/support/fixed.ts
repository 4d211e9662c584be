import { check, parseDocument, type RuleId } from '../../core/src';
import { applyEdits } from '../../core/src/convert/apply-edits';
import { fixEdits } from '../../core/src/convert/fix-edits';

/** What a fix makes of a text: the one with this title, of the first problem of this rule that has it. */
export function fixed(text: string, rule: RuleId, title: string): string {
  const document = parseDocument(text);
  const fixes = check(document).flatMap((problem) => (problem.rule === rule ? (problem.fixes ?? []) : []));
  const fix = fixes.find((each) => each.title === title);
  if (!fix) throw new Error(`No fix "${title}" among ${fixes.map((each) => `"${each.title}"`).join(', ')}`);
  return applyEdits(text, fixEdits(document, fix));
}

/** What is left to say of a text. */
export function complaints(text: string): readonly string[] {
  return check(parseDocument(text)).map(({ rule, message }) => `${rule}: ${message}`);
}
