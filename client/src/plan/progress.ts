import { type Progress, ProgressLocation, window } from 'vscode';
import { unlinked } from '../unlinked';

/**
 * What is done sooner shows no progress, in milliseconds. A notification that comes and goes at once tells nobody
 * anything, and VS Code hides the fourth one in a short while: that would be the one that says what was done.
 */
const unseen = 500;

/** How far a long task is. */
export interface Running {
  readonly signal: AbortSignal;
  /** A few words, and by how many percent the task is further than before. */
  report(message: string, increment?: number): void;
}

/** A task with a progress notification whose Cancel aborts `signal`. */
export async function withProgress<T>(title: string, task: (running: Running) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let shown: Progress<{ message?: string; increment?: number }> | undefined;
  let before: { readonly message?: string; readonly increment: number } = { increment: 0 };
  const running = task({
    signal: abort.signal,
    report(message, increment = 0) {
      if (shown) shown.report({ message, increment });
      else before = { message, increment: before.increment + increment };
    },
  });
  const show = () =>
    window.withProgress(
      { location: ProgressLocation.Notification, title: unlinked(title), cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => abort.abort());
        progress.report(before);
        shown = progress;
        await running.catch(() => undefined);
      },
    );
  const timer = setTimeout(show, unseen);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
  }
}

/** The same; `undefined` where the person cancelled. */
export async function withCancel<T>(
  title: string,
  task: (running: Running) => Promise<T>,
): Promise<T | undefined> {
  let cancelled: AbortSignal | undefined;
  try {
    return await withProgress(title, (running) => {
      cancelled = running.signal;
      return task(running);
    });
  } catch (error) {
    if (cancelled?.aborted) return undefined;
    throw error;
  }
}
