import { type Product, products } from './catalog';
import { checkBlock } from './check-block';
import { toFile } from './document/blocks';
import type { RolesDocument } from './document/document';
import type { Resolve } from './document/entries';
import type { Block } from './document/model';
import type { Finding, Severity } from './finding';
import type { LiveSnapshot } from './live-snapshot';
import { printable } from './printable';
import type { Problem } from './problem';
import { type RuleId, rules } from './rules';
import { CappedFindings } from './rules/parts/capped-findings';
import type { Found, PlacedFinding, Rule } from './rules/rule';
import { yamlSyntax } from './rules/yaml-syntax';

const all: readonly Rule[] = rules;
const fileRules = all.filter((rule) => rule.scope === 'file');

export interface CheckOptions {
  /** What a rule's findings count as, where that isn't the rule's own severity; `off` silences it. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** Whether another tool speaks of YAML's own mistakes; then only those are told that it doesn't know of. */
  readonly yamlElsewhere?: boolean;
  /** What is known of live services; without any, rules that need it are silent. */
  readonly live?: readonly LiveSnapshot[];
}

/**
 * Every problem of a file, spans counted from the file's start, in the order of the file. What rules find in blocks
 * is kept with the document: after an edit, a check costs what was edited and how many problems there are.
 */
export function check(
  document: RolesDocument,
  { severities = {}, yamlElsewhere = false, live = [] }: CheckOptions = {},
): Problem[] {
  const product = productIn(document);
  const severityOf = (rule: Rule) => severities[rule.id as RuleId] ?? rule.severity;
  const shown = new CappedFindings<PlacedFinding>();
  const add = (rule: Rule, found: Found<PlacedFinding>): void => {
    const isElsewhere = yamlElsewhere && rule.isYaml;
    shown.add(rule, isElsewhere ? [...(found ?? [])].filter(({ onlyHere }) => onlyHere) : found);
  };
  const resolve: Resolve = (alias) => document.resolve(alias);
  const found = document.findings.update(document, product, (block) => checkBlock(block, product, resolve));
  // From the top, so that what is too much to be shown is what comes last.
  for (const [block, findings] of [...found].sort(([a], [b]) => a.start - b.start)) {
    for (const { rule, finding } of findings) add(rule, [placed(block, finding)]);
  }
  for (const { block, finding } of document.syntax) add(yamlSyntax, [placed(block, finding)]);
  for (const rule of fileRules) {
    if (severityOf(rule) === 'off' || (rule.needs === 'live' && live.length === 0)) continue;
    add(rule, rule.check(document.index, { product, live }));
  }
  const problems = shown.list.flatMap(({ rule, finding }) => {
    const severity = severityOf(rule);
    return severity === 'off' ? [] : [toProblem(rule, severity, finding)];
  });
  return problems.sort(byPlace);
}

/** What the file says its product is; Conversations where it says nothing that is known. */
export function productIn({ head }: Pick<RolesDocument, 'head'>): Product {
  return products.find((product) => product === head.entry.product?.value) ?? 'conversations';
}

function placed(block: Block, { related, ...finding }: Finding): PlacedFinding {
  return { ...finding, block, ...(related && { related: related.map((note) => ({ ...note, block })) }) };
}

/** By place; what begins and ends together, by rule and message, so that the order says nothing of how it was found. */
function byPlace(a: Problem, b: Problem): number {
  if (a.start !== b.start || a.end !== b.end) return a.start - b.start || a.end - b.end;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.message < b.message ? -1 : Number(a.message > b.message);
}

function toProblem(
  rule: Rule,
  severity: Severity,
  { block, fixes, related, onlyHere: _, ...finding }: PlacedFinding,
): Problem {
  return {
    ...finding,
    ...toFile(block, finding),
    // What a message quotes is somebody's, and may come with a pull request.
    message: printable(finding.message),
    rule: rule.id as RuleId,
    severity,
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, ...toFile(block, edit) })),
      })),
    }),
    ...(related && {
      related: related
        .map(({ block: other, message, ...note }) => ({
          ...note,
          ...toFile(other, note),
          message: printable(message),
        }))
        .sort((a, b) => a.start - b.start),
    }),
  };
}
