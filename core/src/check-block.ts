/** What the rules find in one block: the part of a check that is kept for as long as the block is. */
import type { Product } from './catalog';
import type { Resolve } from './document/entries';
import type { RuleFinding } from './document/findings';
import type { ValueKind } from './document/keys';
import type { Block, Entry } from './document/model';
import { rules } from './rules';
import { atAlias } from './rules/parts/at-alias';
import { CappedFindings } from './rules/parts/capped-findings';
import { fieldsOf, mappingsOf } from './rules/parts/fields';
import { judgedPermissions } from './rules/parts/judged-permissions';
import type { Found, Rule, RuleContext } from './rules/rule';
import { yamlSyntax } from './rules/yaml-syntax';

type RuleOf<Scope extends Rule['scope']> = Extract<Rule, { readonly scope: Scope }>;
/** A rule of blocks, shown only those that its scope is about. */
type BlockRule = Rule & { check(subject: Block, context: RuleContext): Found };

const all: readonly Rule[] = rules;
const ofBlocks: Readonly<Record<Entry['kind'], readonly BlockRule[]>> = {
  head: rulesOfBlocks('head'),
  role: rulesOfBlocks('role'),
  user: rulesOfBlocks('user'),
};
const ofPermissions = all.filter((rule) => rule.scope === 'permission');
const ofFields = rulesByValue(all.filter((rule) => rule.scope === 'field'));

export function checkBlock(block: Block, product: Product, resolve: Resolve): readonly RuleFinding[] {
  const found = new CappedFindings();
  if (!block.isComplete) {
    // What a broken block lacks may only have been lost, so nothing but YAML itself speaks of it.
    found.add(yamlSyntax, block.syntax);
    return found.list;
  }
  const mappings = mappingsOf(block, resolve);
  const fields = fieldsOf(mappings, resolve);
  const judged = judgedPermissions(block, product);
  const context: RuleContext = { product, block, resolve, mappings, fields, judged };
  for (const rule of ofBlocks[block.entry.kind]) found.add(rule, rule.check(block, context));
  for (const field of fields) {
    for (const rule of ofFields.get(field.info.value) ?? [])
      found.add(rule, atAlias(field.alias, rule.check(field, context)));
  }
  for (const permission of judged) {
    for (const rule of ofPermissions) found.add(rule, rule.check(permission, context));
  }
  return found.list;
}

function rulesOfBlocks(kind: Entry['kind']): readonly BlockRule[] {
  return all.filter((rule): rule is BlockRule => rule.scope === 'entry' || rule.scope === kind);
}

function rulesByValue(rules: readonly RuleOf<'field'>[]): ReadonlyMap<ValueKind, readonly RuleOf<'field'>[]> {
  const byValue = new Map<ValueKind, RuleOf<'field'>[]>();
  for (const rule of rules) {
    for (const kind of rule.of) byValue.set(kind, [...(byValue.get(kind) ?? []), rule]);
  }
  return byValue;
}
