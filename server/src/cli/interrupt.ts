/** Runs a job with a signal that the first Ctrl-C fires; the second ends the process at once. */
export async function interruptible<T>(
  job: (signal: AbortSignal) => Promise<T>,
  onInterrupt: () => void = () => undefined,
): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onInterrupt();
  };
  process.on('SIGINT', interrupt);
  try {
    return await job(controller.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
}
