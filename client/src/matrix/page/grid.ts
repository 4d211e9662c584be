/** The table, after the grid pattern of the ARIA authoring practices: one tab stop, arrow keys between cells. */
import type { MatrixCell, MatrixRole } from '../../../../core/src';
import type { MatrixStrings } from '../protocol';
import type { SelectedMatrix } from '../select';
import { element, fill } from './element';

export interface Position {
  readonly row: number;
  readonly column: number;
}

interface GridActions {
  move(position: Position): void;
  toggle(role: MatrixRole, permission: string, granted: boolean): void;
  open(role: MatrixRole): void;
}

export function grid(
  matrix: SelectedMatrix,
  strings: MatrixStrings,
  focus: Position,
  actions: GridActions,
): HTMLElement[] {
  if (matrix.roles.length === 0 || matrix.rows.length === 0) {
    return [element('p', { class: 'nothing', role: 'status' }, strings.nothing)];
  }
  const table = element('table', {
    role: 'grid',
    'aria-label': strings.title,
    'aria-rowcount': String(matrix.rows.length + 1),
    'aria-colcount': String(matrix.roles.length + 1),
  });
  table.append(head(matrix, strings, actions));
  const body = element('tbody', { role: 'rowgroup' });
  const cells = matrix.rows.map((row) => {
    const line = element('tr', { role: 'row' });
    const title = element('th', { role: 'rowheader', scope: 'row' }, element('code', {}, row.permission));
    if (row.meaning) title.append(element('span', { class: 'meaning' }, row.meaning));
    line.append(title);
    const widgets = row.cells.flatMap((cell, column) => {
      const role = matrix.roles[column];
      if (!role) return [];
      const widget = cellWidget(cell, role, row.permission, strings, actions);
      line.append(element('td', { role: 'gridcell' }, widget));
      return [widget];
    });
    body.append(line);
    return widgets;
  });
  table.append(body);
  navigate(table, cells, focus, actions);
  const capped = matrix.matching > matrix.roles.length;
  const note = fill(strings.capped, String(matrix.roles.length), String(matrix.matching));
  return capped ? [element('p', { class: 'nothing', role: 'status' }, note), table] : [table];
}

function head(matrix: SelectedMatrix, strings: MatrixStrings, actions: GridActions): HTMLElement {
  const row = element('tr', { role: 'row' });
  row.append(element('th', { role: 'columnheader', scope: 'col' }, strings.permission));
  for (const role of matrix.roles) {
    const state = { file: matrix.compared ? strings.notLive : '', live: strings.unmanaged, both: '' }[
      role.state
    ];
    const name = element(
      'button',
      { type: 'button', class: 'role', title: role.friendlyName },
      role.friendlyName,
    );
    name.addEventListener('click', () => actions.open(role));
    row.append(
      element(
        'th',
        { role: 'columnheader', scope: 'col', class: role.state },
        name,
        element('span', { class: 'type' }, state ? `${role.type} · ${state}` : role.type),
      ),
    );
  }
  return element('thead', { role: 'rowgroup' }, row);
}

function cellWidget(
  cell: MatrixCell,
  role: MatrixRole,
  permission: string,
  strings: MatrixStrings,
  actions: GridActions,
): HTMLElement {
  const fixed = role.state === 'live' || cell === 'refused';
  const inFile = cell === 'yes' || cell === 'added';
  const label = fill(strings.states[cell], role.friendlyName, permission);
  const widget = element('span', {
    class: `cell ${cell}${fixed ? ' fixed' : ''}`,
    role: 'checkbox',
    'aria-checked': String(inFile),
    'aria-label': label,
    title: label,
    tabindex: '-1',
    ...(fixed && { 'aria-disabled': 'true' }),
  });
  if (!fixed) widget.addEventListener('click', () => actions.toggle(role, permission, !inFile));
  return widget;
}

function navigate(
  table: HTMLElement,
  cells: readonly (readonly HTMLElement[])[],
  focus: Position,
  actions: GridActions,
): void {
  const last = { row: cells.length - 1, column: (cells[0]?.length ?? 1) - 1 };
  const clamp = ({ row, column }: Position): Position => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  let at = clamp(focus);
  const go = (to: Position) => {
    cells[at.row]?.[at.column]?.setAttribute('tabindex', '-1');
    at = clamp(to);
    const target = cells[at.row]?.[at.column];
    target?.setAttribute('tabindex', '0');
    target?.focus();
    actions.move(at);
  };
  cells[at.row]?.[at.column]?.setAttribute('tabindex', '0');

  table.addEventListener('focusin', ({ target }) => {
    const row = cells.findIndex((line) => line.includes(target as HTMLElement));
    const column = cells[row]?.indexOf(target as HTMLElement) ?? -1;
    if (row >= 0 && (row !== at.row || column !== at.column)) go({ row, column });
  });
  table.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'checkbox') return;
    const far = event.ctrlKey || event.metaKey;
    const moves: Readonly<Record<string, Position>> = {
      ArrowUp: { ...at, row: at.row - 1 },
      ArrowDown: { ...at, row: at.row + 1 },
      ArrowLeft: { ...at, column: at.column - 1 },
      ArrowRight: { ...at, column: at.column + 1 },
      PageUp: { ...at, row: at.row - 10 },
      PageDown: { ...at, row: at.row + 10 },
      Home: { row: far ? 0 : at.row, column: 0 },
      End: { row: far ? last.row : at.row, column: last.column },
    };
    const to = moves[event.key];
    if (to) go(to);
    else if (event.key === ' ' || event.key === 'Enter') event.target.click();
    else return;
    event.preventDefault();
  });
}
