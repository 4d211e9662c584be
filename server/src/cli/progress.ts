import { SingleBar } from 'cli-progress';
import { type Change, describe, type Outcome, type Plan, plain, serviceLabel } from '../../../core/src';
import { plural } from './format/result';
import type { Terminal } from './terminal';

/** What is shown while a plan is carried out. */
export interface Progress {
  /** Called again as each user of a change to many is done. */
  begin(change: Change, users: number): void;
  end(outcome: Outcome): void;
  interrupted(): void;
  stop(): void;
}

/** A bar on a terminal, a line a change elsewhere. */
export function showProgress(plan: Plan, terminal: Terminal): Progress {
  return terminal.interactive ? showBar(plan, terminal) : showLines(plan, terminal);
}

function showLines(plan: Plan, { say }: Terminal): Progress {
  say(`Deploying to ${plain(serviceLabel(plan))}.`);
  return {
    begin: () => undefined,
    end: ({ change, status }) => say(`${status}: ${plain(describe(change).title)}`),
    interrupted: () => say('Finishing the write in flight; the rest is not tried. Ctrl-C again quits.'),
    stop: () => undefined,
  };
}

function showBar(plan: Plan, { stderr: stream }: Terminal): Progress {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {title}',
    stream,
    // What is said behind the bar is what a person needs, and a line is cut at the terminal's edge.
    barsize: Math.min(40, Math.max(10, Math.floor((stream.columns || 80) / 4))),
    clearOnComplete: true,
    // The library would stop the bar at the first Ctrl-C, and the deploy has a write to finish.
    gracefulExit: false,
  });
  // Whoever quits gets the terminal back as it was.
  const stop = () => bar.stop();
  process.once('exit', stop);
  bar.start(plan.changes.length, 0, { title: '' });
  return {
    begin: (change, users) => {
      const { title } = describe(change);
      bar.update({ title: `${plain(title)}${users > 0 ? `, ${plural(users, 'user')} done` : ''}` });
    },
    end: ({ status }) => {
      if (status !== 'not-tried') bar.increment();
    },
    interrupted: () => bar.update({ title: 'Ctrl-C again quits; finishing this write, not the rest' }),
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}
