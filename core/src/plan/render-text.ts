import { describe, leftAlone } from './describe';
import type { Change, Plan } from './model';
import { isError, renderSummary, serviceLabel } from './summary';
import { plain } from './words';

/** A plan for a terminal or an output view; ends with a line break. */
export function renderText(plan: Plan): string {
  const notes = plan.reports.filter(({ kind }) => kind !== 'unmanaged-role');
  const errors = notes.filter(isError);
  const rest = plain(leftAlone(plan));
  const paragraphs = [
    [`${plain(serviceLabel(plan))}: ${renderSummary(plan)}`],
    errors.map(({ message }) => `  ! ${message}`),
    plan.changes.flatMap(changeText),
    [
      ...(rest ? [`  ${rest}`] : []),
      ...notes.filter((note) => !isError(note)).map(({ message }) => `  ${message}`),
    ],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function changeText(change: Change): readonly string[] {
  const { mark, title, lines, note } = describe(change);
  const staged = change.origin === 'staged' ? ' (staged)' : '';
  return [
    `  ${mark} ${plain(title)}${staged}`,
    ...lines.map((line) => `      ${line.mark ? `${line.mark} ` : ''}${plain(line.text)}`),
    ...(note ? [`    ${plain(note)}`] : []),
  ];
}
