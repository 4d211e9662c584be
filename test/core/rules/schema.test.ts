import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Rule, type RuleId, rules } from '../../../core/src';

const schema: object = JSON.parse(readFileSync('schemas/roles.schema.json', 'utf8'));
// Editors read `enumDescriptions`; JSON schema itself doesn't know it.
const validate = new Ajv({ allErrors: true, strictTypes: false })
  .addKeyword('enumDescriptions')
  .compile(schema);

/** Rules whose fault JSON schema can't see, or that are no error. */
const beyondSchema: readonly RuleId[] = [
  'yaml-syntax',
  'duplicate-key',
  'unused-anchor',
  'duplicate-role',
  'doubtful-permission',
  'undocumented-permission',
  'duplicate-permission',
  'privileged-default',
  'unknown-role',
  'role-out-of-scope',
  'unknown-service',
  'duplicate-user',
  'malformed-attributes',
  'attributes-too-long',
  'unknown-live-sid',
  'immutable-change',
  'ambiguous-role',
];

describe('roles.schema.json', () => {
  it.each(rules.map((rule: Rule) => [rule.id, rule.good] as const))(
    'accepts the good example of %s',
    (_, good) => {
      validate(load(good));
      expect(validate.errors).toBeNull();
    },
  );

  const visible = rules.filter(({ id }) => !beyondSchema.includes(id));
  it.each(visible.map((rule: Rule) => [rule.id, rule.bad] as const))(
    'rejects the bad example of %s',
    (_, bad) => {
      expect(validate(load(bad))).toBe(false);
    },
  );

  it('knows which permissions a Chat role may have', () => {
    const chat = (permission: string) =>
      validate({
        product: 'chat',
        roles: [{ friendlyName: 'A', type: 'channel', permissions: [permission] }],
      });
    expect([chat('leaveChannel'), chat('leaveConversation'), chat('joinChannel')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('takes lists inside the list, as aliases bring them', () => {
    const role = {
      friendlyName: 'A',
      type: 'conversation',
      permissions: ['sendMessage', ['deleteAnyMessage']],
    };
    expect(validate({ roles: [role] })).toBe(true);
  });
});
