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
} from '../../catalog';
import type { Block, PermissionItem } from '../../document/model';

/** What the catalogs say of a permission in a role. Each rule of permissions speaks of one verdict, so no two speak of one item. */
export type Verdict =
  | {
      readonly kind: PermissionEntry['status'];
      /** What the role is. */
      readonly type: RoleType;
    }
  /** Right in this product, but only in roles of these types. */
  | { readonly kind: 'out-of-scope'; readonly type: RoleType; readonly types: readonly RoleType[] }
  /** A permission of the other product. */
  | { readonly kind: 'wrong-product' }
  /** In no catalog; `types` are those that the role may be. */
  | { readonly kind: 'unknown'; readonly types: readonly RoleType[] }
  /** In a catalog, of a role whose type isn't known: nothing can be said. */
  | { readonly kind: 'open' };

export interface JudgedPermission {
  readonly item: PermissionItem;
  readonly verdict: Verdict;
  /** How many more the item's alias brings of which the same is to be said: it is said once. */
  readonly others?: number;
}

type Counted = { -readonly [K in keyof JudgedPermission]: JudgedPermission[K] };

const none: readonly JudgedPermission[] = [];

/** A role's permissions of which there is something to say. Most roles have none, and every rule of permissions asks. */
export function judgedPermissions({ entry }: Block, product: Product): readonly JudgedPermission[] {
  if (entry.kind !== 'role' || !entry.permissions) return none;
  const types = possibleTypes(entry.type?.value, product);
  const [type] = types;
  const catalog = type && types.length === 1 ? permissionsOf(type) : undefined;
  let judged: Counted[] | undefined;
  let byAlias: Map<string, Counted> | undefined;
  for (const item of entry.permissions.items) {
    if (item.value === '' || catalog?.get(item.value)?.status === 'documented') continue;
    const verdict = judge(item.value, types, product);
    if (verdict.kind === 'open') continue;
    judged ??= [];
    const found: Counted = { item, verdict };
    if (item.alias !== undefined) {
      byAlias ??= new Map();
      const first = byAlias.get(`${verdict.kind} ${item.start}`);
      if (first) {
        first.others = (first.others ?? 0) + 1;
        continue;
      }
      byAlias.set(`${verdict.kind} ${item.start}`, found);
    }
    judged.push(found);
  }
  return judged ?? none;
}

/** A type of the other product has a fault of its own, so its permissions may be of either product. */
function possibleTypes(type: string | undefined, product: Product): readonly RoleType[] {
  if (type === undefined || !isRoleType(type)) return roleTypes[product];
  return productOf(type) === product ? [type] : [type, typeFor(product, scopeOf(type))];
}

/** Every word of the catalogs. */
const known: ReadonlySet<string> = new Set(
  Object.values(roleTypes).flatMap((types) => types.flatMap((type) => [...permissionsOf(type).keys()])),
);

function judge(permission: string, types: readonly RoleType[], product: Product): Verdict {
  if (!known.has(permission)) return { kind: 'unknown', types };
  const [type] = types;
  const entry = type && permissionsOf(type).get(permission);
  if (type && entry && types.length === 1) return { kind: entry.status, type };
  if (types.some((each) => permissionsOf(each).has(permission))) return { kind: 'open' };
  const elsewhere = types.flatMap((each) => typesOf(productOf(each), permission));
  if (type && elsewhere.length > 0) return { kind: 'out-of-scope', type, types: elsewhere };
  return { kind: typesOf(otherProduct(product), permission).length > 0 ? 'wrong-product' : 'unknown', types };
}
