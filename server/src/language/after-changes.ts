/** In a turn of the event loop to come; a worker has no `setImmediate`. */
const soon: (callback: () => void) => void =
  typeof setImmediate === 'function'
    ? (callback) => setImmediate(callback)
    : (callback) => setTimeout(callback);

/**
 * Gathers the URIs of changed files and hands them over once no further change is waiting. The connection reads one
 * message in a turn of the event loop, so a turn without a change is the end of what was queued: nothing is checked
 * twice, and nobody waits for a clock.
 */
export function afterChanges(run: (uris: readonly string[]) => void): (uri: string) => void {
  const dirty = new Set<string>();
  let changes = 0;
  const watch = (): void => {
    const seen = changes;
    soon(() => {
      if (changes !== seen) return watch();
      const uris = [...dirty];
      dirty.clear();
      run(uris);
    });
  };
  return (uri) => {
    if (dirty.size === 0) soon(watch);
    dirty.add(uri);
    changes++;
  };
}
