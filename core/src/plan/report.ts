import { describe } from './describe';
import type { Change, Outcome, Plan } from './model';
import { code, markdown, prose } from './render-markdown';
import { serviceLabel } from './summary';
import { count, plain, printable } from './words';

/** What else is known of a deploy: from its journal, where it was read from one. */
export interface ReportOptions {
  /** When it began, an ISO time. */
  readonly at?: string;
  /** False where its process ended before it did. */
  readonly finished?: boolean;
  /** Was sent, and its answer isn't known. */
  readonly unsure?: Change;
}

const headings = { done: 'Done', failed: 'Failed', 'not-tried': 'Not tried' } as const;
const statuses = ['done', 'failed', 'not-tried'] as const;

/** `2 done, 1 failed, 3 not tried` */
export function renderTally(outcomes: readonly Outcome[]): string {
  const number = (status: Outcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const parts = statuses.map((status) => [number(status), headings[status].toLowerCase()] as const);
  return parts.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : [])).join(', ') || 'nothing to do';
}

/** What became of a deploy, for a terminal. */
export function renderReportText(
  plan: Plan,
  outcomes: readonly Outcome[],
  options: ReportOptions = {},
): string {
  const lines = outcomes.flatMap((outcome) => {
    const { mark, title } = describe(outcome.change);
    const status = headings[outcome.status].toLowerCase().padEnd(9);
    return [
      `  ${status}  ${mark} ${plain(title)}`,
      ...(outcome.status === 'failed' ? failureLines(outcome).map((line) => `               ${line}`) : []),
    ];
  });
  const after = closing(outcomes, options);
  return `${[
    `${plain(serviceLabel(plan))}: ${renderTally(outcomes)}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(after.length > 0 ? [after.map((line) => `  ${line}`).join('\n')] : []),
  ].join('\n\n')}\n`;
}

/** The same as a page of Markdown. */
export function renderReport(plan: Plan, outcomes: readonly Outcome[], options: ReportOptions = {}): string {
  const sections = statuses.flatMap((status) => {
    const own = outcomes.filter((outcome) => outcome.status === status);
    if (own.length === 0) return [];
    const items = own.flatMap((outcome) => {
      const { mark, title, lines } = describe(outcome.change);
      return [
        `- ${code(mark)} ${markdown(title)}`,
        ...lines.map((line) => `  - ${line.mark ? `${code(line.mark)} ` : ''}${markdown(line.text)}`),
        ...(outcome.status === 'failed' ? failureLines(outcome).map((line) => `  - ${prose(line)}`) : []),
      ];
    });
    return [`## ${headings[status]}\n\n${items.join('\n')}`];
  });
  const after = closing(outcomes, options).map(prose);
  return `${[
    `# ${markdown(serviceLabel(plan))}: ${renderTally(outcomes)}`,
    ...(options.at ? [`Begun ${prose(options.at)}.`] : []),
    ...sections,
    ...after,
  ].join('\n\n')}\n`;
}

function failureLines({ error }: Extract<Outcome, { status: 'failed' }>): readonly string[] {
  // A message of Twilio's names its request itself; this is for those that don't.
  const request =
    error.requestId && !error.message.includes(error.requestId) ? [`Request ${error.requestId}.`] : [];
  return [...error.message.split('\n').map(printable), ...request];
}

/** What a person may do next. */
function closing(
  outcomes: readonly Outcome[],
  { finished = true, unsure }: ReportOptions,
): readonly string[] {
  const undone = outcomes.filter(({ status }) => status !== 'done').length;
  return [
    ...(finished ? [] : ['The deploy was cut off before its end.']),
    ...(unsure
      ? [`Whether "${plain(describe(unsure).title)}" was written isn't known; a new plan reads what is live.`]
      : []),
    ...(undone > 0
      ? [`What was done stays. Plan again to carry on with the other ${count(undone, 'change')}.`]
      : []),
  ];
}
