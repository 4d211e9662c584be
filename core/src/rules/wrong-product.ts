import {
  isRoleType,
  otherProduct,
  type Product,
  permissionIn,
  productNames,
  productOf,
  scopeOf,
  typeFor,
} from '../catalog';
import type { Block, RoleEntry } from '../document/model';
import type { Finding, Fix } from '../finding';
import { changeTo } from './change-to';
import type { Field } from './fields';
import { changeItem, dropItem } from './item-fixes';
import type { JudgedPermission } from './judged-permissions';
import type { Rule } from './rule';
import { fromWhere, quoted } from './words';

export const wrongProduct = {
  id: 'wrong-product',
  severity: 'error',
  scope: 'role',
  fixable: true,
  summary: 'A role type or a permission is a word of the other product.',
  why: 'Chat and Conversations name the same things differently, and each refuses the words of the other. A file is for Conversations unless it says `product: chat`.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, leaveChannel]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, leaveConversation]
`,
  *check(block, { product, fields, judged }) {
    yield* types(fields, product);
    if (judged.length > 0) yield* permissions(block, product, judged);
  },
} as const satisfies Rule;

function* types(fields: readonly Field[], product: Product): Iterable<Finding> {
  for (const { info, value } of fields) {
    if (info.value !== 'role-type' || value?.kind !== 'scalar' || !isRoleType(value.value)) continue;
    if (productOf(value.value) === product) continue;
    const here = typeFor(product, scopeOf(value.value));
    const { start, end } = value;
    const message = `${quoted(value.value)} is a role type of ${productNames[otherProduct(product)]}; write "${here}" in a file for ${productNames[product]}`;
    yield { start, end, message, fixes: [...changeTo(value, [here]), ...forTheFile(product)] };
  }
}

function* permissions(
  block: Block<RoleEntry>,
  product: Product,
  judged: readonly JudgedPermission[],
): Iterable<Finding> {
  for (const { item, verdict } of judged) {
    if (verdict.kind !== 'wrong-product') continue;
    const here = permissionIn(product, item.value);
    const { start, end } = item;
    const said = `${quoted(item.value)}${fromWhere(item)} is a permission of ${productNames[otherProduct(product)]}`;
    const remedy =
      here === undefined
        ? `it has no counterpart in ${productNames[product]}, so remove it`
        : `write "${here}" in a file for ${productNames[product]}`;
    const fixes = here === undefined ? dropItem(block, item) : changeItem(item, [here]);
    yield { start, end, message: `${said}; ${remedy}`, fixes: [...fixes, ...forTheFile(product)] };
  }
}

/** What else the file may have been meant to be. */
function forTheFile(product: Product): readonly Fix[] {
  const convert: Fix = {
    title: 'Convert the whole file to Conversations',
    edits: [],
    wholeFile: 'convertToConversations',
  };
  const declare: Fix = { title: 'Say that the file is for Chat', edits: [], wholeFile: 'declareChat' };
  return product === 'chat' ? [convert] : [convert, declare];
}
