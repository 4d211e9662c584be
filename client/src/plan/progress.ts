import { ProgressLocation, window } from 'vscode';
import { unlinked } from '../unlinked';

/** How far a long task is: `report` takes a few words. */
export interface Running {
  readonly signal: AbortSignal;
  report(message: string): void;
}

/** A task with a progress notification whose Cancel aborts `signal`. `undefined` where the person cancelled. */
export async function withCancel<T>(
  title: string,
  task: (running: Running) => Promise<T>,
): Promise<T | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: unlinked(title), cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      try {
        return await task({ signal: abort.signal, report: (message) => progress.report({ message }) });
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      } finally {
        subscription.dispose();
      }
    },
  );
}
