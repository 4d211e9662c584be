import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, parseDocument, type Rule, rules } from '../../../core/src';
import { applyEdits } from '../../../core/src/convert/apply-edits';
import { fixEdits } from '../../../core/src/convert/fix-edits';

const table: readonly Rule[] = rules;

describe.each(table.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const options: CheckOptions = rule.exampleLive ? { live: rule.exampleLive } : {};
  const problemsOf = (text: string) => check(parseDocument(text), options);

  it('speaks up in its bad example, alone', () => {
    const found = new Set(problemsOf(rule.bad).map((problem) => problem.rule));
    expect([...found]).toEqual([id]);
  });

  it('is silent on its good example, as every rule is', () => {
    expect(problemsOf(rule.good)).toEqual([]);
  });

  it('says whether it can be fixed', () => {
    const fixes = problemsOf(rule.bad).flatMap((problem) => problem.fixes ?? []);
    expect(fixes.length > 0).toBe(rule.fixable ?? false);
  });

  it('mends what it complains of, with each of its fixes', () => {
    for (const problem of problemsOf(rule.bad)) {
      for (const fix of problem.fixes ?? []) {
        const after = applyEdits(rule.bad, fixEdits(parseDocument(rule.bad), fix));
        const left = problemsOf(after).filter((each) => each.rule === id && each.message === problem.message);
        expect(left, `${fix.title}\n${after}`).toEqual([]);
      }
    }
  });

  it('has a sentence for its summary and its reason, and a page of one screen', () => {
    expect(rule.summary).toMatch(/^[A-Z].*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.bad.split('\n').length).toBeLessThan(20);
  });
});

it('keeps the ids that settings and tools rely on, whatever else changes', () => {
  expect(table.map(({ id }) => id)).toEqual(expect.arrayContaining([...promised]));
});

/** What earlier releases called their rules: settings in people's files name them. */
const promised: readonly string[] = [
  'yaml-syntax',
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-value',
  'malformed-sid',
  'wrong-sid-kind',
  'unknown-role-type',
  'wrong-product',
  'unknown-permission',
  'permission-out-of-scope',
  'undocumented-permission',
  'doubtful-permission',
  'duplicate-permission',
  'empty-permissions',
  'duplicate-role',
  'empty-name',
  'name-too-long',
  'unknown-role',
  'role-out-of-scope',
  'duplicate-user',
  'identity-like-sid',
  'identity-too-long',
  'malformed-attributes',
  'attributes-too-long',
  'service-and-services',
  'privileged-default',
  'unused-anchor',
  'unknown-service',
  'unknown-live-sid',
  'immutable-change',
  'ambiguous-role',
];

it('has a file for each rule, named for it, and beside them only the table and what a rule is', () => {
  const files = readdirSync('core/src/rules').filter((name) => name.endsWith('.ts'));
  const beside = ['index.ts', 'rule.ts'];
  expect(files.toSorted()).toEqual([...table.map(({ id }) => `${id}.ts`), ...beside].toSorted());
});
