import { isRoleType, otherProduct, type Product, roleTypes, scopeOf, typeFor } from '../catalog';
import { isNull } from '../document/entries';
import { didYouMean, nearMisses } from '../near-miss';
import { changeTo } from './parts/change-to';
import { listed, quoted } from './parts/words';
import type { Rule } from './rule';

export const unknownRoleType = {
  id: 'unknown-role-type',
  severity: 'error',
  scope: 'field',
  of: ['role-type'],
  fixable: true,
  summary: 'A role has a type that neither product knows.',
  why: 'The type decides which permissions a role may hold and who may be given it. It cannot be changed once the role is live.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversations
    permissions: [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check({ value }, { product }) {
    if (value?.kind !== 'scalar' || isNull(value) || isRoleType(value.value)) return undefined;
    const near = typesMeant(value.value, product);
    const remedy = didYouMean(near, `write ${listed(roleTypes[product], 'or')}`);
    const { start, end } = value;
    const message = `Unknown role type ${quoted(value.value)}; ${remedy}`;
    return [{ start, end, message, fixes: changeTo(value, near.length > 0 ? near : roleTypes[product]) }];
  },
} as const satisfies Rule;

/** The product's types first; a near miss of the other's is what it is called here. */
function typesMeant(typed: string, product: Product): readonly string[] {
  const near = nearMisses(typed, roleTypes[product]);
  if (near.length > 0) return near;
  const foreign = nearMisses(typed, roleTypes[otherProduct(product)]);
  return foreign.flatMap((type) => (isRoleType(type) ? [typeFor(product, scopeOf(type))] : []));
}
