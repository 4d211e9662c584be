import { readdirSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { anywhere, defaultFilePatterns } from '../../../core/src';
import { type FoundFile, sortedByName } from './named-files';
import { pathBelow } from './path-below';
import { readSettings } from './settings';
import { findSettings } from './settings-file';
import { UsageError } from './usage-error';

const ignore = ['**/node_modules/**', '**/.git/**'];

/**
 * The files that the arguments name: a file as it is, a folder for what the extension would look at in it, anything
 * else as a glob. Without arguments, the working folder. Sorted by name, each file once.
 *
 * @throws UsageError where an argument matches nothing, and the system's error where a folder can't be read.
 */
export function findFiles(args: readonly string[], cwd: string): readonly FoundFile[] {
  const found = new Map<string, FoundFile>();
  const add = (path: string, name = pathBelow(cwd, path) ?? path) => {
    if (!found.has(path)) found.set(path, { path, name });
  };
  for (const arg of args.length === 0 ? ['.'] : args) {
    const path = resolve(cwd, arg);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const file of filesIn(path, cwd)) add(file);
    } else if (stat) {
      add(path, arg);
    } else {
      const pattern = toPattern(arg);
      const files = isDynamicPattern(pattern) ? expand([pattern], cwd) : [];
      if (files.length === 0) throw new UsageError(noMatch(arg));
      for (const file of files) add(file);
    }
  }
  return sortedByName(found.values());
}

/** On Windows a backslash separates folders, in a glob as well: there is nothing to escape with it. */
export function toPattern(arg: string, separator: string = sep): string {
  return separator === '\\' ? arg.replaceAll('\\', '/') : arg;
}

/** By `twilioRoles.files`, whose patterns are for paths from the workspace; what isn't in it is one of its own. */
function filesIn(folder: string, cwd: string): readonly string[] {
  const settings = findSettings(cwd);
  const patterns = settings && readSettings(settings, cwd).files;
  if (!patterns) return expand(defaultFilePatterns, folder);
  const inWorkspace = pathBelow(settings.workspace, folder) !== undefined;
  const files = expand(patterns.map(anywhere), inWorkspace ? settings.workspace : folder);
  return files.filter((file) => pathBelow(folder, file) !== undefined);
}

function expand(patterns: readonly string[], folder: string): readonly string[] {
  let unread: unknown;
  // The library takes what it can't read for empty, and then a file in it would count as checked.
  const reading = new Proxy(readdirSync, {
    apply: (target, self, args) => {
      try {
        return Reflect.apply(target, self, args);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') unread ??= error;
        throw error;
      }
    },
  });
  const files = globSync([...patterns], {
    cwd: folder,
    ignore,
    dot: true,
    absolute: true,
    fs: { readdirSync: reading },
  });
  if (unread) throw unread;
  return files.map((file) => resolve(file));
}

function noMatch(arg: string): string {
  return isDynamicPattern(arg)
    ? `No file matches "${arg}". Quote the pattern, or name a file.`
    : `There is no file "${arg}". Check the path, or leave it out to check what the folder holds.`;
}
