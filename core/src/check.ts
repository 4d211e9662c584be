import { type Product, products } from './catalog';
import { toFile } from './document/blocks';
import type { RolesDocument } from './document/document';
import type { RuleFinding } from './document/findings';
import type { Block, Entry } from './document/model';
import type { Finding, Severity } from './finding';
import type { LiveSnapshot } from './live-snapshot';
import type { Problem } from './problem';
import { type RuleId, rules } from './rules';
import { fieldsOf } from './rules/fields';
import { judgedPermissions } from './rules/judged-permissions';
import type { PlacedFinding, Rule, RuleContext } from './rules/rule';
import { yamlSyntax } from './rules/yaml-syntax';

export interface CheckOptions {
  /** What a rule's findings count as, where that isn't the rule's own severity; `off` silences it. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** What is known of live services; without any, rules that need it are silent. */
  readonly live?: readonly LiveSnapshot[];
}

/**
 * Every problem of a file, spans counted from the file's start, in the order of the file. What rules find in blocks
 * is kept with the document: after an edit, a check costs what was edited and how many problems there are.
 */
export function check(document: RolesDocument, { severities = {}, live = [] }: CheckOptions = {}): Problem[] {
  const product = productIn(document);
  const problems: Problem[] = [];
  const add = (rule: Rule, finding: PlacedFinding): void => {
    const severity = severities[rule.id as RuleId] ?? rule.severity;
    if (severity !== 'off') problems.push(toProblem(rule, severity, finding));
  };
  const found = document.findings.update(document, product, (block) => checkBlock(block, product));
  for (const [block, findings] of found) {
    for (const { rule, finding } of findings) add(rule, placed(block, finding));
  }
  for (const { block, finding } of document.syntax) add(yamlSyntax, placed(block, finding));
  for (const rule of fileRules) {
    if (severities[rule.id as RuleId] === 'off' || (rule.needs === 'live' && live.length === 0)) continue;
    eachCapped(rule.check(document.index, { product, live }), (finding) => add(rule, finding));
  }
  return problems.sort(byPlace);
}

/** Nobody reads more findings of one rule in one block, and a file may be made to have a million. */
const mostOfOneKind = 1000;
const tooMany = 'There is more of the same than is shown; mend what is above first';

function eachCapped<F extends Finding | PlacedFinding>(
  findings: Iterable<F>,
  add: (finding: F) => void,
): void {
  let count = 0;
  for (const finding of findings) {
    const isLast = ++count === mostOfOneKind;
    add(isLast ? { ...finding, message: tooMany } : finding);
    if (isLast) return;
  }
}

type FileRule = Extract<Rule, { readonly scope: 'file' }>;

/** A rule of one block, whatever its scope. */
interface BlockCheck {
  readonly rule: Rule;
  check(block: Block, context: RuleContext): Iterable<Finding>;
}

const all: readonly Rule[] = rules;
const fileRules = all.filter((rule): rule is FileRule => rule.scope === 'file');
const ofYaml: readonly BlockCheck[] = [{ rule: yamlSyntax, check: (block) => yamlSyntax.check(block) }];
const byKind: Readonly<Record<Entry['kind'], readonly BlockCheck[]>> = {
  head: all.flatMap((rule) => blockCheck(rule, 'head')),
  role: all.flatMap((rule) => blockCheck(rule, 'role')),
  user: all.flatMap((rule) => blockCheck(rule, 'user')),
};

/** The rule as a check of blocks of one kind; none where it isn't about them. */
function blockCheck(rule: Rule, kind: Entry['kind']): readonly BlockCheck[] {
  if (rule.scope === 'file' || (rule.scope !== 'entry' && rule.scope !== kind)) return [];
  if (rule.scope === 'entry') return [{ rule, check: rule.check }];
  if (rule.scope === 'head') return [ofKind('head', rule, rule.check)];
  if (rule.scope === 'role') return [ofKind('role', rule, rule.check)];
  return [ofKind('user', rule, rule.check)];
}

function ofKind<K extends Entry['kind']>(
  kind: K,
  rule: Rule,
  check: (block: Block<Extract<Entry, { kind: K }>>, context: RuleContext) => Iterable<Finding>,
): BlockCheck {
  return { rule, check: (block, context) => (isOf(kind, block) ? check(block, context) : []) };
}

function isOf<K extends Entry['kind']>(kind: K, block: Block): block is Block<Extract<Entry, { kind: K }>> {
  return block.entry.kind === kind;
}

/** What the file says its product is; Conversations where it says nothing that is known. */
export function productIn({ head }: Pick<RolesDocument, 'head'>): Product {
  return products.find((product) => product === head.entry.product?.value) ?? 'conversations';
}

function checkBlock(block: Block, product: Product): RuleFinding[] {
  const context: RuleContext = {
    product,
    fields: fieldsOf(block),
    judged: judgedPermissions(block, product),
  };
  // What a broken block lacks may only have been lost, so nothing but YAML itself speaks of it.
  const applying = block.isComplete ? byKind[block.entry.kind] : ofYaml;
  const findings: RuleFinding[] = [];
  for (const { rule, check } of applying) {
    eachCapped(check(block, context), (finding) => findings.push({ rule, finding }));
  }
  return findings;
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
  { block, fixes, related, ...finding }: PlacedFinding,
): Problem {
  return {
    ...finding,
    ...toFile(block, finding),
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
        .map(({ block: other, ...note }) => ({ ...note, ...toFile(other, note) }))
        .sort((a, b) => a.start - b.start),
    }),
  };
}
