import {
  otherProduct,
  type Product,
  permissionIn,
  permissionsOf,
  type RoleType,
  roleTypes,
} from '../catalog';
import { changeItem } from './parts/item-fixes';
import { didYouMean, nearMisses } from './parts/near-miss';
import { named } from './parts/words';
import type { Rule } from './rule';

export const unknownPermission = {
  id: 'unknown-permission',
  severity: 'error',
  scope: 'permission',
  fixable: true,
  summary: 'A permission is in no catalog.',
  why: 'Twilio refuses a role with a permission that it does not know (error 50104), and no other tool says so before the call is made.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMesage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check({ item, verdict }, { product }) {
    if (verdict.kind !== 'unknown') return undefined;
    const near = permissionsMeant(item.value, verdict.types, product);
    const remedy = didYouMean(near, 'remove it, or correct its name');
    const message = `Unknown permission ${named(item)}; ${remedy}`;
    const { start, end } = item;
    return [{ start, end, message, fixes: changeItem(item, near) }];
  },
} as const satisfies Rule;

/** What the role may hold comes first, then the rest of the product, then what the other product calls it. */
function permissionsMeant(typed: string, types: readonly RoleType[], product: Product): readonly string[] {
  const near = nearMisses(typed, namesOf(types));
  if (near.length > 0) return near;
  const inProduct = nearMisses(typed, namesOf(roleTypes[product]));
  if (inProduct.length > 0) return inProduct;
  return nearMisses(typed, namesOf(roleTypes[otherProduct(product)])).flatMap(
    (foreign) => permissionIn(product, foreign) ?? [],
  );
}

function namesOf(types: readonly RoleType[]): readonly string[] {
  return types.flatMap((type) => [...permissionsOf(type).keys()]);
}
