import { describe, leftAlone } from './describe';
import type { Change, Plan } from './model';
import { isError, renderSummary, serviceLabel } from './summary';
import { type Phrase, printable } from './words';

/** GitHub takes 65 536 characters in a comment; these leave room for what a workflow puts around them. */
const room = { changes: 25_000, reports: 8_000 } as const;

/** A plan for a pull request. Names are code, so that none of them can be markup, a link or a mention. */
export function renderMarkdown(plan: Plan): string {
  const errors = plan.reports.filter(isError);
  const notes = plan.reports.filter((report) => !isError(report) && report.kind !== 'unmanaged-role');
  const paragraphs = [
    `### ${markdown(serviceLabel(plan))}: ${renderSummary(plan)}`,
    fitting(
      errors.map(({ message }) => `- **Error:** ${prose(message)}`),
      room.reports,
    ),
    fitting(plan.changes.map(changeMarkdown), room.changes),
    markdown(leftAlone(plan)),
    fitting(
      notes.map(({ message }) => `- ${prose(message)}`),
      room.reports,
    ),
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** As many items as there is room for, and how many there are more: one is shown whole or not at all. */
function fitting(items: readonly string[], length: number): string {
  const shown: string[] = [];
  let left: number = length;
  for (const item of items) {
    left -= item.length + 1;
    if (left < 0) break;
    shown.push(item);
  }
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more} more; the whole plan is in the log.`] : [])].join('\n');
}

function changeMarkdown(change: Change): string {
  const { mark, title, lines, note } = describe(change);
  const staged = change.origin === 'staged' ? ' (staged)' : '';
  return [
    `- ${code(mark)} ${markdown(title)}${staged}`,
    ...lines.map((line) => `  - ${line.mark ? `${code(line.mark)} ` : ''}${markdown(line.text)}`),
    ...(note ? [`  - ${markdown(note)}`] : []),
  ].join('\n');
}

/** A phrase as Markdown: the words as they are, the names as code. */
export function markdown(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : code(part.name))).join('');
}

/** Text as a code span, fenced by more backticks than it has in a row. */
export function code(text: string): string {
  const shown = printable(text);
  if (shown === '') return '``` ```';
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1);
  const space = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/**
 * A sentence that quotes names, which may be anything: none of it is markup, and a space of no width keeps GitHub from
 * finding a mention, an issue, an emoji or an address in it.
 */
export function prose(sentence: string): string {
  return printable(sentence)
    .replace(/[@#:](?=\S)|\bwww(?=\.)/gi, '$&\u200b')
    .replace(/[\\`*_{}[\]()<>#+\-!|~@&$:]/g, (char) => `&#${char.charCodeAt(0)};`);
}
