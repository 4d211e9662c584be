import { describe, leftAlone } from './describe';
import type { Change, Plan } from './model';
import { isError, renderSummary, serviceLabel } from './summary';
import { count, name, type Phrase, printable } from './words';

/** In characters: how much there may be of all changes, of all reports, and of one name or value. */
interface Room {
  readonly changes: number;
  readonly reports: number;
  readonly name: number;
}

/** GitHub takes 65 536 in a comment; these leave room for what a workflow puts around them. */
const comment: Room = { changes: 25_000, reports: 8_000, name: 1000 };
const everything: Room = { changes: Infinity, reports: Infinity, name: Infinity };

/** A plan as Markdown. Names are code, so that none of them can be markup, a link or a mention. */
export function renderMarkdown(plan: Plan): string {
  return rendered(plan, everything);
}

/**
 * The same for a comment on a pull request, which has an end: where it differs from the whole, it says that the whole
 * plan is in the log, and who prints it puts it there.
 */
export function renderComment(plan: Plan): string {
  return rendered(plan, comment);
}

function rendered(plan: Plan, room: Room): string {
  const errors = plan.reports.filter(isError);
  const notes = plan.reports.filter((report) => !isError(report) && report.kind !== 'unmanaged-role');
  const shown = (phrase: Phrase) => markdown(shortened(phrase, room.name));
  const paragraphs = [
    `### ${shown(serviceLabel(plan))}: ${renderSummary(plan)}`,
    fitting(
      errors.map(({ message }) => ({ text: `- **Error:** ${prose(message)}` })),
      room.reports,
    ),
    fitting(
      plan.changes.map((change) => ({
        text: changeMarkdown(change, shown),
        destructive: change.destructive,
      })),
      room.changes,
    ),
    shown(leftAlone(plan)),
    fitting(
      notes.map(({ message }) => ({ text: `- ${prose(message)}` })),
      room.reports,
    ),
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

interface Item {
  readonly text: string;
  readonly destructive?: boolean;
}

/**
 * As many items as there is room for, and how many there are more: one is shown whole or not at all. What takes
 * something away, which plans have at their end, is what nobody may miss: it gets its room first.
 */
function fitting(items: readonly Item[], length: number): string {
  const kept = new Set<Item>();
  let left = length;
  for (const item of items.toSorted(
    (a, b) => Number(b.destructive ?? false) - Number(a.destructive ?? false),
  )) {
    if (item.text.length >= left) continue;
    left -= item.text.length + 1;
    kept.add(item);
  }
  const more = items.filter((item) => !kept.has(item));
  const losses = more.filter(({ destructive }) => destructive).length;
  const which = losses > 0 ? `, ${losses} of which ${losses === 1 ? 'takes' : 'take'} something away` : '';
  return [
    ...items.filter((item) => kept.has(item)).map(({ text }) => text),
    ...(more.length > 0 ? [`- and ${more.length} more${which}; the whole plan is in the log.`] : []),
  ].join('\n');
}

/** With names of at most this length: one value, a user's attributes for instance, could fill a comment alone. */
function shortened(phrase: Phrase, length: number): Phrase {
  return phrase.flatMap((part) => {
    if (typeof part === 'string') return part;
    const whole = printable(part.name);
    const more = whole.length - length;
    if (more <= 0) return part;
    return [name(whole.slice(0, length)), ` and ${count(more, 'more character')}, in the log`];
  });
}

function changeMarkdown(change: Change, shown: (phrase: Phrase) => string): string {
  const { mark, title, lines, note } = describe(change);
  const staged = change.origin === 'staged' ? ' (staged)' : '';
  return [
    `- ${code(mark)} ${shown(title)}${staged}`,
    ...lines.map((line) => `  - ${line.mark ? `${code(line.mark)} ` : ''}${shown(line.text)}`),
    ...(note ? [`  - ${shown(note)}`] : []),
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
