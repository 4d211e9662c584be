import type { LanguageRow } from './language';

const digits = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** A Markdown table; the first column left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** A figure with its ratio to the floor's: `3.1 (1.4×)`. */
function against(value: number, floor: number | undefined): string {
  if (Number.isNaN(value)) return 'fails';
  return floor === undefined || floor === value
    ? digits(value)
    : `${digits(value)} (${digits(value / floor)}×)`;
}

/** Milliseconds and MB of each server on each file, with the ratio to the floor in the same file. */
export function renderLanguage(rows: readonly LanguageRow[]): string {
  const sections = ['## Language servers', ''];
  sections.push(
    'The floor is a server on the same LSP library that keeps the text in step and answers with nothing. In brackets: the ratio to the floor. Milliseconds and MB.',
  );
  const files = Map.groupBy(
    rows,
    (row) =>
      `${row.roles.toLocaleString('en')} roles, ${row.errors === 0 ? 'clean' : `${row.errors * 100} % with an error`}`,
  );
  for (const [file, servers] of files) {
    const floor = servers.find((row) => row.server === 'floor');
    sections.push('', `### ${file}`, '');
    const figure = (
      row: LanguageRow,
      key: 'start' | 'key50' | 'key95' | 'completion' | 'completionAfterKey' | 'hoverAfterKey' | 'symbols',
    ) => against(row[key], floor?.[key]);
    sections.push(
      table(
        [
          'server',
          'spawn to diagnostics',
          'key p50',
          'key p95',
          'completion',
          'after a key',
          'hover after a key',
          'symbols',
          'RSS',
          'peak',
          'problems',
        ],
        servers.map((row) => [
          row.server,
          figure(row, 'start'),
          figure(row, 'key50'),
          figure(row, 'key95'),
          figure(row, 'completion'),
          figure(row, 'completionAfterKey'),
          figure(row, 'hoverAfterKey'),
          figure(row, 'symbols'),
          row.rss === undefined ? '' : against(row.rss, floor?.rss),
          row.peak === undefined ? '' : against(row.peak, floor?.peak),
          String(row.diagnostics),
        ]),
      ),
    );
  }
  return `${sections.join('\n')}\n`;
}
