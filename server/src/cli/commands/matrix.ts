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
  terminal.out(render(matrix, options.format));
  return broken ? 1 : 0;
}

function render(matrix: Matrix, format: MatrixOptions['format']): string {
  switch (format) {
    case 'markdown':
      return matrixMarkdown(matrix);
    case 'csv':
      return matrixCsv(matrix);
    case 'table':
      return drawTable(matrix);
  }
}

const marks: Readonly<Record<Matrix['rows'][number]['cells'][number], string>> = {
  yes: 'x',
  no: '',
  added: '+',
  removed: '-',
  refused: '·',
};

function drawTable(matrix: Matrix): string {
  const table = new Table({
    head: ['', ...matrix.roles.map(({ friendlyName, type }) => `${printable(friendlyName)}\n${type}`)],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...matrix.roles.map(() => 'center' as const)],
  });
  table.push(
    ...matrix.rows.map(({ permission, cells }) => [permission, ...cells.map((cell) => marks[cell])]),
  );
  return `${table.toString()}\nx granted, · not possible for this type\n`;
}
