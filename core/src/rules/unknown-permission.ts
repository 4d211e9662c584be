import {
  otherProduct,
  type Product,
  permissionIn,
  permissionsOf,
  type RoleType,
  roleTypes,
} from '../catalog';
import { didYouMean, nearMisses } from '../near-miss';
import { changeTo } from './parts/change-to';
import { splitItem } from './parts/item-fixes';
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
  check(judged, { product, block }) {
    const { item, verdict } = judged;
    if (verdict.kind !== 'unknown') return undefined;
    const { start, end } = item;
    if (several.test(item.value)) {
      const message = `Unknown permission ${named(judged)}; give each permission an item of its own`;
      return [{ start, end, message, fixes: splitItem(block, item, item.value.match(/\w+/g) ?? []) }];
    }
    const near = permissionsMeant(item.value, verdict.types, product);
    const remedy = didYouMean(near, 'remove it, or correct its name');
    const message = `Unknown permission ${named(judged)}; ${remedy}`;
    return [{ start, end, message, fixes: changeTo(item, near) }];
  },
} as const satisfies Rule;

/** Words after one dash, with commas between them or, where the next line goes further in, another dash. */
const several = /^\w+(?:(?:\s*,\s*|\s+-\s+)\w+)+$/;

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
