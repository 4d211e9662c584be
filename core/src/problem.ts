import type { Finding, Severity } from './finding';
import type { RuleId } from './rules';

export type { Edit, Finding, Fix, Note, Severity, WholeFileFix } from './finding';

/** One finding of a rule as `check` returns it: spans count from the start of the file. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}
