import Table from 'cli-table3';
import {
  buildMatrix,
  type Matrix,
  matrixCsv,
  matrixMarkdown,
  printable,
  productIn,
} from '../../../../core/src';
import { readRolesFile, reportProblems } from '../roles-file';
import type { Terminal } from '../terminal';

export interface MatrixOptions {
  readonly format: 'table' | 'markdown' | 'csv';
}

/** Prints roles and permissions. Exit codes: 0 printed, 1 the file has errors, which are said. */
export async function runMatrix(
  name: string | undefined,
  options: MatrixOptions,
  terminal: Terminal,
): Promise<number> {
  const file = readRolesFile(name, terminal);
  const { document } = file;
  const broken = await reportProblems(file, terminal);
  const matrix = buildMatrix(productIn(document), document.roles);
  terminal.out(render(matrix, options.format, terminal.columns));
  return broken ? 1 : 0;
}

function render(matrix: Matrix, format: MatrixOptions['format'], columns: number): string {
  switch (format) {
    case 'markdown':
      return matrixMarkdown(matrix);
    case 'csv':
      return matrixCsv(matrix);
    case 'table':
      return `${drawTable(matrix, columns)}\nx granted, · not possible for this type\n`;
  }
}

const marks: Readonly<Record<Matrix['rows'][number]['cells'][number], string>> = {
  yes: 'x',
  no: '',
  added: '+',
  removed: '-',
  refused: '·',
};

function drawTable(matrix: Matrix, columns: number): string {
  const table = new Table({
    head: ['', ...matrix.roles.map(({ friendlyName, type }) => `${printable(friendlyName)}\n${type}`)],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...matrix.roles.map(() => 'center' as const)],
  });
  table.push(
    ...matrix.rows.map(({ permission, cells }) => [
      printable(permission),
      ...cells.map((cell) => marks[cell]),
    ]),
  );
  const drawn = table.toString();
  // Its first line, a border, is as wide as all others.
  return drawn.indexOf('\n') > columns ? drawNarrow(matrix) : drawn;
}

/** Numbers stand for the roles: names across take the room that a narrow terminal hasn't, and lines that wrap are no table. */
function drawNarrow({ roles, rows }: Matrix): string {
  const width = String(roles.length).length;
  const longest = Math.max(...rows.map(({ permission }) => printable(permission).length));
  const line = (first: string, cells: readonly string[]) =>
    [first.padEnd(longest), ...cells.map((cell) => cell.padStart(width))].join(' ').trimEnd();
  const number = (at: number) => String(at + 1).padStart(width);
  return [
    ...roles.map(({ friendlyName, type }, at) => `${number(at)} ${printable(friendlyName)} (${type})`),
    '',
    line(
      '',
      roles.map((_, at) => number(at)),
    ),
    ...rows.map(({ permission, cells }) =>
      line(
        printable(permission),
        cells.map((cell) => marks[cell]),
      ),
    ),
  ].join('\n');
}
