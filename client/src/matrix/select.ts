import type { Matrix } from '../../../core/src';

/** What the page's toolbar asks for. Texts are matched anywhere, whatever their case. */
export interface Filter {
  readonly permission: string;
  readonly role: string;
  readonly onlyDifferences: boolean;
}

/** A page with more columns than this is slow and unreadable; the filter reaches the others. */
export const maxRoles = 60;

export interface SelectedMatrix extends Matrix {
  /** How many roles the filter lets through; `roles` holds the first `maxRoles` of them. */
  readonly matching: number;
}

/** The part of the matrix that the filter lets through. */
export function selectMatrix(matrix: Matrix, filter: Filter): SelectedMatrix {
  const differs = (cell: string | undefined) => cell === 'added' || cell === 'removed';
  const role = filter.role.toLowerCase();
  const permission = filter.permission.toLowerCase();
  const matching = matrix.roles
    .map((_, column) => column)
    .filter((column) => {
      const { friendlyName, type } = matrix.roles[column] ?? { friendlyName: '', type: '' };
      if (!`${friendlyName} ${type}`.toLowerCase().includes(role)) return false;
      return !filter.onlyDifferences || matrix.rows.some((row) => differs(row.cells[column]));
    });
  const columns = matching.slice(0, maxRoles);
  const pick = <T>(items: readonly T[]) => columns.flatMap((column) => items.slice(column, column + 1));
  const rows = matrix.rows
    .filter((row) => `${row.permission} ${row.meaning ?? ''}`.toLowerCase().includes(permission))
    .map((row) => ({ ...row, cells: pick(row.cells) }))
    .filter((row) => !filter.onlyDifferences || row.cells.some(differs));
  return { ...matrix, roles: pick(matrix.roles), rows, matching: matching.length };
}
