import { statSync } from 'node:fs';
import { resolve } from 'node:path';

export interface FoundFile {
  /** As given, or relative to the working folder. */
  readonly name: string;
  readonly path: string;
}

/**
 * The files that arguments name, sorted by name, each once; `undefined` where an argument is anything but a file, or
 * there is none. `findFiles` answers then: a commit hook, which names its files, needn't wait for what expands globs.
 */
export function namedFiles(args: readonly string[], cwd: string): readonly FoundFile[] | undefined {
  const found = new Map<string, FoundFile>();
  for (const name of args) {
    const path = resolve(cwd, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    if (!found.has(path)) found.set(path, { name, path });
  }
  return found.size > 0 ? sortedByName(found.values()) : undefined;
}

export function sortedByName(files: Iterable<FoundFile>): readonly FoundFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
