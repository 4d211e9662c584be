import { type Product, products } from './catalog';
import { toFile } from './document/blocks';
import type { RolesDocument } from './document/document';
import type { Block, Entry } from './document/model';
import type { Finding, Severity } from './finding';
import type { LiveSnapshot } from './live-snapshot';
import type { Problem } from './problem';
import { type RuleId, rules } from './rules';
import type { PlacedFinding, Rule, RuleContext } from './rules/rule';

export interface CheckOptions {
  /** What a rule's findings count as, where that isn't the rule's own severity; `off` silences it. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** What is known of live services; without any, rules that need it are silent. */
  readonly live?: readonly LiveSnapshot[];
}

/** Every problem of a file, spans counted from the file's start, in the order of the file. */
export function check(document: RolesDocument, { severities = {}, live = [] }: CheckOptions = {}): Problem[] {
  const product = productIn(document);
  const problems: Problem[] = [];
  for (const rule of rules as readonly Rule[]) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off' || (rule.needs === 'live' && live.length === 0)) continue;
    const placed =
      rule.scope === 'file'
        ? rule.check(document.index, { product, live, textOf: (block) => block.text })
        : inBlocks(rule, document, product);
    for (const finding of placed) problems.push(toProblem(rule, severity, finding));
  }
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What the file says its product is; Conversations where it says nothing that is known. */
export function productIn({ head }: Pick<RolesDocument, 'head'>): Product {
  return products.find((product) => product === head.entry.product?.value) ?? 'conversations';
}

function* inBlocks(rule: Rule, document: RolesDocument, product: Product): Generator<PlacedFinding> {
  for (const block of document.blocks) {
    // What a broken block lacks may only have been lost, so nothing but YAML itself speaks of it.
    if (block.syntax.length > 0 && rule.id !== 'yaml-syntax') continue;
    for (const finding of ofBlock(rule, block, { product, text: block.text })) {
      const { related, ...rest } = finding;
      yield { ...rest, block, ...(related && { related: related.map((note) => ({ ...note, block })) }) };
    }
  }
}

function ofBlock(rule: Rule, block: Block, context: RuleContext): Iterable<Finding> {
  if (rule.scope === 'entry') return rule.check(block, context);
  if (rule.scope === 'head' && isOf('head', block)) return rule.check(block, context);
  if (rule.scope === 'role' && isOf('role', block)) return rule.check(block, context);
  if (rule.scope === 'user' && isOf('user', block)) return rule.check(block, context);
  return [];
}

function isOf<K extends Entry['kind']>(kind: K, block: Block): block is Block<Extract<Entry, { kind: K }>> {
  return block.entry.kind === kind;
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
      related: related.map(({ block: other, ...note }) => ({ ...note, ...toFile(other, note) })),
    }),
  };
}
