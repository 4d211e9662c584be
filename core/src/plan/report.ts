import { describe } from './describe';
import type { Change, Outcome, Plan } from './model';
import type { Journal } from './read-journal';
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

/** How a change stands: as its outcome says, save where nobody knows whether it was written. */
type Standing = Outcome['status'] | 'unsure';

const words = { done: 'done', failed: 'failed', unsure: 'unsure', 'not-tried': 'not tried' } as const;
const standings = ['done', 'failed', 'unsure', 'not-tried'] as const;

function standing({ change, status }: Outcome, unsure: Change | undefined): Standing {
  return change.id === unsure?.id ? 'unsure' : status;
}

/** `2 done, 1 failed, 3 not tried` */
export function renderTally(
  { outcomes, unsure }: Pick<Journal, 'outcomes' | 'unsure'>,
  say: Say = english,
): string {
  const number = (wanted: Standing) =>
    outcomes.filter((outcome) => standing(outcome, unsure) === wanted).length;
  const [done, failed, unknown, left] = standings.map(number);
  const parts = [
    done && say('{0} done', done),
    failed && say('{0} failed', failed),
    unknown && say('{0} unsure', unknown),
    left && say('{0} not tried', left),
  ];
  return parts.filter(Boolean).join(', ') || say('nothing to do');
}

function heading(standing: Standing, say: Say): string {
  return {
    done: say('Done'),
    failed: say('Failed'),
    unsure: say('Unsure'),
    'not-tried': say('Not tried'),
  }[standing];
}

/** What became of a deploy, for a terminal. */
export function renderReportText(
  plan: Plan,
  outcomes: readonly Outcome[],
  options: ReportOptions = {},
): string {
  const lines = outcomes.flatMap((outcome) => {
    const { mark, title } = describe(outcome.change);
    const status = words[standing(outcome, options.unsure)].padEnd(9);
    return [
      `  ${status}  ${mark} ${plain(title)}`,
      ...(outcome.status === 'failed' ? failureLines(outcome).map((line) => `               ${line}`) : []),
    ];
  });
  const after = closing(outcomes, options);
  return `${[
    `${plain(serviceLabel(plan))}: ${renderTally({ ...options, outcomes })}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(after.length > 0 ? [after.map((line) => `  ${line}`).join('\n')] : []),
  ].join('\n\n')}\n`;
}

/** The same as a page of Markdown. */
export function renderReport(plan: Plan, outcomes: readonly Outcome[], options: ReportOptions = {}): string {
  const { say = english, unsure } = options;
  const sections = standings.flatMap((each) => {
    const own = outcomes.filter((outcome) => standing(outcome, unsure) === each);
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
    return [`## ${heading(each, say)}\n\n${items.join('\n')}`];
  });
  const after = closing(outcomes, options).map(prose);
  return `${[
    `# ${markdown(serviceLabel(plan, say))}: ${renderTally({ ...options, outcomes }, say)}`,
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
  const left = outcomes.filter(({ status }) => status !== 'done').length;
  const isUndo = outcomes.some(({ change }) => change.origin === 'undo');
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
    ...(left > 0 ? [remedy(left, isUndo, say)] : []),
  ];
}

/** Planning the file would bring back what an undo has taken back. */
function remedy(left: number, isUndo: boolean, say: Say): string {
  if (isUndo) {
    return many(
      say,
      left,
      'What was done stays. Undo the same deploy again to carry on with the other change.',
      'What was done stays. Undo the same deploy again to carry on with the other {0} changes.',
    );
  }
  return many(
    say,
    left,
    'What was done stays. Plan again to carry on with the other change.',
    'What was done stays. Plan again to carry on with the other {0} changes.',
  );
}
