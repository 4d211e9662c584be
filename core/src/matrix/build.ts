import { type PermissionStatus, type Product, permissionsOf, type RoleType, roleTypes } from '../catalog';
import type { Block, RoleEntry } from '../document/model';
import type { LiveRole } from '../plan/model';

/**
 * What a role's cell says. `added` is in the file and not yet live, `removed` is live and not in the file,
 * `refused` is a permission that roles of this type can't be given.
 */
export type MatrixCell = 'yes' | 'no' | 'added' | 'removed' | 'refused';

export interface MatrixRole {
  readonly friendlyName: string;
  readonly type: RoleType;
  /** `live` is a role that the file doesn't name: nothing of it can be changed here. */
  readonly state: 'file' | 'live' | 'both';
}

export interface MatrixRow {
  readonly permission: string;
  /** Absent for a permission that no catalog has. */
  readonly meaning?: string;
  readonly status?: PermissionStatus;
  /** One for each role, in their order. */
  readonly cells: readonly MatrixCell[];
}

/** Roles across, permissions down. Plain data, so that it can travel to a page. */
export interface Matrix {
  readonly product: Product;
  /** Whether it is held against a live service; without, every cell is `yes`, `no` or `refused`. */
  readonly compared: boolean;
  readonly roles: readonly MatrixRole[];
  readonly rows: readonly MatrixRow[];
}

interface Column extends MatrixRole {
  readonly file?: ReadonlySet<string>;
  readonly live?: ReadonlySet<string>;
}

/** The matrix of what a file says, held against what is live where that is given. */
export function buildMatrix(
  product: Product,
  file: readonly Block<RoleEntry>[],
  live?: readonly LiveRole[],
): Matrix {
  const columns = columnsOf(product, file, live);
  const rows = permissionsIn(product, columns).map((permission) => {
    const known = roleTypes[product].map((type) => permissionsOf(type).get(permission)).find(Boolean);
    const cells = columns.map((column) => cell(column, permission, live !== undefined));
    return { permission, ...(known && { meaning: known.meaning, status: known.status }), cells };
  });
  return {
    product,
    compared: live !== undefined,
    roles: columns.map(({ friendlyName, type, state }) => ({ friendlyName, type, state })),
    rows,
  };
}

function columnsOf(
  product: Product,
  file: readonly Block<RoleEntry>[],
  live: readonly LiveRole[] = [],
): Column[] {
  const matched = new Set<LiveRole>();
  const columns = file.flatMap(({ entry }): Column[] => {
    const type = roleTypes[product].find((candidate) => candidate === entry.type?.value);
    const friendlyName = entry.friendlyName?.value;
    if (!type || friendlyName === undefined) return [];
    const twin = live.find((role) => role.type === type && role.friendlyName === friendlyName);
    if (twin) matched.add(twin);
    const given = new Set(entry.permissions?.items.map((item) => item.value));
    const column = { friendlyName, type, file: given };
    return [
      twin ? { ...column, state: 'both', live: new Set(twin.permissions) } : { ...column, state: 'file' },
    ];
  });
  const others = live
    .filter((role) => !matched.has(role))
    .map(
      (role): Column => ({
        friendlyName: role.friendlyName,
        type: role.type,
        state: 'live',
        live: new Set(role.permissions),
      }),
    );
  return [...columns, ...others];
}

/** The catalogs' permissions of the types that are there, then what roles have beside them. */
function permissionsIn(product: Product, columns: readonly Column[]): string[] {
  const types = roleTypes[product].filter((type) => columns.some((column) => column.type === type));
  const known = new Set(types.flatMap((type) => [...permissionsOf(type).keys()]));
  const others = new Set(columns.flatMap((column) => [...(column.file ?? []), ...(column.live ?? [])]));
  return [...[...known].sort(), ...[...others].filter((permission) => !known.has(permission)).sort()];
}

function cell(column: Column, permission: string, compared: boolean): MatrixCell {
  const inFile = column.file?.has(permission) ?? false;
  const isLive = column.live?.has(permission) ?? false;
  if (!inFile && !isLive && !permissionsOf(column.type).has(permission)) return 'refused';
  if (!compared || column.state === 'live' || inFile === isLive) return inFile || isLive ? 'yes' : 'no';
  return inFile ? 'added' : 'removed';
}
