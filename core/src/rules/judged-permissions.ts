import {
  isRoleType,
  otherProduct,
  type PermissionEntry,
  type Product,
  permissionsOf,
  productOf,
  type RoleType,
  roleTypes,
  scopeOf,
  typeFor,
  typesOf,
} from '../catalog';
import type { Block, PermissionItem, RoleEntry } from '../document/model';

/** What the catalogs say of a permission in a role. Each rule of permissions speaks of one verdict, so no two speak of one item. */
export type Verdict =
  | { readonly kind: 'known'; readonly entry: PermissionEntry; readonly type: RoleType }
  /** Right in this product, but only in roles of these types; `type` is what the role is. */
  | { readonly kind: 'out-of-scope'; readonly type: RoleType; readonly types: readonly RoleType[] }
  /** A permission of the other product. */
  | { readonly kind: 'wrong-product' }
  /** In no catalog; `types` are those that the role may be. */
  | { readonly kind: 'unknown'; readonly types: readonly RoleType[] }
  /** In a catalog, of a role whose type isn't known: nothing can be said. */
  | { readonly kind: 'open' };

/** The role's permissions of one verdict. */
export function* judgedPermissions<K extends Verdict['kind']>(
  { entry }: Block<RoleEntry>,
  product: Product,
  kind: K,
): Iterable<{ readonly item: PermissionItem; readonly verdict: Extract<Verdict, { kind: K }> }> {
  const types = possibleTypes(entry.type?.value, product);
  for (const item of entry.permissions?.items ?? []) {
    if (item.value === '') continue;
    const verdict = judge(item.value, types, product);
    if (verdict.kind === kind) yield { item, verdict: verdict as Extract<Verdict, { kind: K }> };
  }
}

function judge(permission: string, types: readonly RoleType[], product: Product): Verdict {
  const [type] = types;
  const entry = type && permissionsOf(type).get(permission);
  if (type && entry && types.length === 1) return { kind: 'known', entry, type };
  if (types.some((each) => permissionsOf(each).has(permission))) return { kind: 'open' };
  const elsewhere = types.flatMap((each) => typesOf(productOf(each), permission));
  if (type && elsewhere.length > 0) return { kind: 'out-of-scope', type, types: elsewhere };
  const isOther = typesOf(otherProduct(product), permission).length > 0;
  return isOther ? { kind: 'wrong-product' } : { kind: 'unknown', types };
}

/** A type of the other product has a fault of its own, so its permissions may be of either product. */
function possibleTypes(written: string | undefined, product: Product): readonly RoleType[] {
  if (written === undefined || !isRoleType(written)) return roleTypes[product];
  return productOf(written) === product ? [written] : [written, typeFor(product, scopeOf(written))];
}
