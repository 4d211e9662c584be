/** Ctrl-C, a runner that cancels its job, and a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * In milliseconds. npx passes on the Ctrl-C that the terminal has sent to everyone already: what comes so soon is the
 * same one. A person who presses it twice in a hurry takes longer.
 */
const sameOne = 100;

/** Runs a job with a signal that the first interruption fires; the second ends the process at once. */
export async function interruptible<T>(
  job: (signal: AbortSignal) => Promise<T>,
  onInterrupt: () => void = () => undefined,
): Promise<T> {
  const controller = new AbortController();
  let first = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
      onInterrupt();
    } else if (performance.now() - first > sameOne) {
      process.exit(130);
    }
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await job(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
