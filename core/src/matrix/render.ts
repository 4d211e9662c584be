import type { Matrix, MatrixCell } from './build';

const marks: Readonly<Record<MatrixCell, string>> = {
  yes: '✓',
  no: '',
  added: '+',
  removed: '−',
  refused: '·',
};

const words: Readonly<Record<MatrixCell, string>> = {
  yes: 'yes',
  no: 'no',
  added: 'added',
  removed: 'removed',
  refused: 'not possible',
};

/** A table for a pull request or a wiki. Names are escaped: they are anybody's text. */
export function matrixMarkdown(matrix: Matrix): string {
  const head = matrix.roles.map((role) => `${escapeMarkdown(role.friendlyName)}<br>${role.type}`);
  const lines = [
    ['Permission', ...head],
    ['---', ...head.map(() => ':-:')],
    ...matrix.rows.map((row) => [escapeMarkdown(row.permission), ...row.cells.map((cell) => marks[cell])]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const legend = matrix.compared
    ? '✓ granted · + in the file, not live yet · − live, not in the file · `·` not possible for this type'
    : '✓ granted · `·` not possible for this type';
  return `${lines.join('\n')}\n\n${legend}\n`;
}

/** Comma-separated values as RFC 4180 has them, with CRLF. */
export function matrixCsv(matrix: Matrix): string {
  const head = matrix.roles.map((role) => `${role.friendlyName} (${role.type})`);
  const lines = [
    ['permission', 'meaning', ...head],
    ...matrix.rows.map((row) => [row.permission, row.meaning ?? '', ...row.cells.map((cell) => words[cell])]),
  ];
  return lines.map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

/** A spreadsheet runs a field that begins with one of `= + - @` as a formula; an apostrophe keeps it text. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-!|~<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
