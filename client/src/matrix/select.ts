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
  const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
  const found = matrix.rows.filter(({ permission, meaning = '' }) =>
    has(`${permission} ${meaning}`, filter.permission),
  );
  const matching = matrix.roles.flatMap(({ friendlyName, type }, column) => {
    const shown = !filter.onlyDifferences || found.some(({ cells }) => differs(cells[column]));
    return shown && has(`${friendlyName} ${type}`, filter.role) ? [column] : [];
  });
  const columns = matching.slice(0, maxRoles);
  const pick = <T>(items: readonly T[]) => columns.flatMap((column) => items.slice(column, column + 1));
  const rows = found
    .map((row) => ({ ...row, cells: pick(row.cells) }))
    .filter(({ cells }) => !filter.onlyDifferences || cells.some(differs));
  return { ...matrix, roles: pick(matrix.roles), rows, matching: matching.length };
}
