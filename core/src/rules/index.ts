import type { Rule } from './rule';

/** Every rule, in the order of the docs. */
export const rules = [] as const satisfies readonly Rule[];

export type RuleId = string;
