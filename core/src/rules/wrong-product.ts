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
import type { Block, YamlNode } from '../document/model';
import type { Finding, Fix } from '../finding';
import { atAlias } from './parts/at-alias';
import { changeTo } from './parts/change-to';
import { dropItem } from './parts/item-fixes';
import type { JudgedPermission } from './parts/judged-permissions';
import { named, quoted } from './parts/words';
import type { Rule } from './rule';

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
  check(block, { product, fields, judged }) {
    const type = fields.find(({ info }) => info.value === 'role-type');
    return [
      ...atAlias(type?.alias, wrongType(type?.value, product)),
      ...judged.flatMap((each) => wrongPermission(block, product, each)),
    ];
  },
} as const satisfies Rule;

function wrongType(type: YamlNode | undefined, product: Product): readonly Finding[] {
  if (type?.kind !== 'scalar' || !isRoleType(type.value) || productOf(type.value) === product) return [];
  const here = typeFor(product, scopeOf(type.value));
  const { start, end } = type;
  const message = `${quoted(type.value)} is a role type of ${productNames[otherProduct(product)]}; write "${here}" in a file for ${productNames[product]}`;
  return [{ start, end, message, fixes: [...changeTo(type, [here]), ...forTheFile(product)] }];
}

function wrongPermission(block: Block, product: Product, judged: JudgedPermission): readonly Finding[] {
  const { item, verdict } = judged;
  if (verdict.kind !== 'wrong-product') return [];
  const here = permissionIn(product, item.value);
  const { start, end } = item;
  const said = `${named(judged)} is a permission of ${productNames[otherProduct(product)]}`;
  const remedy =
    here === undefined
      ? `it has no counterpart in ${productNames[product]}, so remove it`
      : `write "${here}" in a file for ${productNames[product]}`;
  const fixes = here === undefined ? dropItem(block, item) : changeTo(item, [here]);
  return [{ start, end, message: `${said}; ${remedy}`, fixes: [...fixes, ...forTheFile(product)] }];
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
