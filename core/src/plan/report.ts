import { describe } from './describe';
import type { Change, Outcome, Plan } from './model';
import { code, markdown, prose } from './render-markdown';
import { serviceLabel } from './summary';
import { english, many, plain, printable, type Say } from './words';

/** What else is known of a deploy: from its journal, where it was read from one. */
export interface ReportOptions {
  /** When it began, an ISO time. */
  readonly at?: string;
  /** False where its process ended before it did. */
  readonly finished?: boolean;
  /** Was sent, and its answer isn't known. */
  readonly unsure?: Change;
  /** The reader's language. */
  readonly say?: Say;
}

const words = { done: 'done', failed: 'failed', 'not-tried': 'not tried' } as const;
const statuses = ['done', 'failed', 'not-tried'] as const;

/** `2 done, 1 failed, 3 not tried` */
export function renderTally(outcomes: readonly Outcome[], say: Say = english): string {
  const number = (status: Outcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const [done, failed, left] = [number('done'), number('failed'), number('not-tried')];
  const parts = [
    done && say('{0} done', done),
    failed && say('{0} failed', failed),
    left && say('{0} not tried', left),
  ];
  return parts.filter(Boolean).join(', ') || say('nothing to do');
}

function heading(status: Outcome['status'], say: Say): string {
  return { done: say('Done'), failed: say('Failed'), 'not-tried': say('Not tried') }[status];
}

/** What became of a deploy, for a terminal. */
export function renderReportText(
  plan: Plan,
  outcomes: readonly Outcome[],
  options: ReportOptions = {},
): string {
  const lines = outcomes.flatMap((outcome) => {
    const { mark, title } = describe(outcome.change);
    const status = words[outcome.status].padEnd(9);
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
  const { say = english } = options;
  const sections = statuses.flatMap((status) => {
    const own = outcomes.filter((outcome) => outcome.status === status);
    if (own.length === 0) return [];
    const items = own.flatMap((outcome) => {
      const { mark, title, lines } = describe(outcome.change, say);
      return [
        `- ${code(mark)} ${markdown(title)}`,
        ...lines.map((line) => `  - ${line.mark ? `${code(line.mark)} ` : ''}${markdown(line.text)}`),
        ...(outcome.status === 'failed'
          ? failureLines(outcome, say).map((line) => `  - ${prose(line)}`)
          : []),
      ];
    });
    return [`## ${heading(status, say)}\n\n${items.join('\n')}`];
  });
  const after = closing(outcomes, options).map(prose);
  return `${[
    `# ${markdown(serviceLabel(plan, say))}: ${renderTally(outcomes, say)}`,
    ...(options.at ? [say('Begun {0}.', prose(options.at))] : []),
    ...sections,
    ...after,
  ].join('\n\n')}\n`;
}

function failureLines(
  { error }: Extract<Outcome, { status: 'failed' }>,
  say: Say = english,
): readonly string[] {
  // A message of Twilio's names its request itself; this is for those that don't.
  const request =
    error.requestId && !error.message.includes(error.requestId) ? [say('Request {0}.', error.requestId)] : [];
  return [...error.message.split('\n').map(printable), ...request];
}

/** What a person may do next. */
function closing(
  outcomes: readonly Outcome[],
  { finished = true, unsure, say = english }: ReportOptions,
): readonly string[] {
  const undone = outcomes.filter(({ status }) => status !== 'done').length;
  return [
    ...(finished ? [] : [say('The deploy was cut off before its end.')]),
    ...(unsure
      ? [
          say(
            'Whether "{0}" was written isn\'t known; a new plan reads what is live.',
            plain(describe(unsure, say).title),
          ),
        ]
      : []),
    ...(undone > 0
      ? [
          many(
            say,
            undone,
            'What was done stays. Plan again to carry on with the other change.',
            'What was done stays. Plan again to carry on with the other {0} changes.',
          ),
        ]
      : []),
  ];
}
