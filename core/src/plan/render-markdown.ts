import { describe, leftAlone } from './describe';
import type { Change, Plan } from './model';
import { isError, renderSummary, serviceLabel } from './summary';
import { type Phrase, printable } from './words';

/** GitHub takes 65 536 characters in a comment; this leaves room for what a workflow puts around it. */
const longest = 60_000;

/** A plan for a pull request. Names are code, so that none of them can be markup, a link or a mention. */
export function renderMarkdown(plan: Plan): string {
  const errors = plan.reports.filter(isError);
  const notes = plan.reports.filter((report) => !isError(report) && report.kind !== 'unmanaged-role');
  const rest = markdown(leftAlone(plan));
  const tail = [
    ...(rest ? [rest] : []),
    ...(notes.length > 0 ? [notes.map(({ message }) => `- ${prose(message)}`).join('\n')] : []),
  ].join('\n\n');
  const head = [
    `### ${markdown(serviceLabel(plan))}: ${renderSummary(plan)}`,
    ...(errors.length > 0 ? [errors.map(({ message }) => `- **Error:** ${prose(message)}`).join('\n')] : []),
  ].join('\n\n');
  const room = longest - head.length - tail.length;
  const items = fitting(plan.changes.map(changeMarkdown), room);
  return `${[head, items, tail].filter(Boolean).join('\n\n').slice(0, longest)}\n`;
}

/** As many items as there is room for, and how many there are more. */
function fitting(items: readonly string[], room: number): string {
  const shown: string[] = [];
  let left = room - 50;
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
