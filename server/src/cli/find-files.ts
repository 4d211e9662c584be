import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { type FoundFile, sortedByName } from './named-files';
import { UsageError } from './usage-error';

/** What the extension looks at, too: the default of `twilioRoles.files`. */
export const defaultPatterns: readonly string[] = ['**/roles.{yaml,yml}', '**/*.roles.{yaml,yml}'];

const ignore = ['**/node_modules/**', '**/.git/**'];

/**
 * The files that the arguments name: a file as it is, a folder by the default patterns, anything else as a glob.
 * Without arguments, the working folder. Sorted by name, each file once.
 *
 * @throws UsageError where an argument matches nothing.
 */
export function findFiles(args: readonly string[], cwd: string): readonly FoundFile[] {
  const found = new Map<string, FoundFile>();
  const add = (path: string, name: string) => {
    if (!found.has(path)) found.set(path, { path, name });
  };
  for (const arg of args.length === 0 ? ['.'] : args) {
    const path = resolve(cwd, arg);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const file of globSync([...defaultPatterns], { cwd: path, ignore, dot: true })) {
        add(join(path, file), displayName(join(path, file), cwd));
      }
    } else if (stat) {
      add(path, arg);
    } else {
      const files = expand(arg, cwd);
      if (files.length === 0) throw new UsageError(noMatch(arg));
      for (const file of files) add(file, displayName(file, cwd));
    }
  }
  return sortedByName(found.values());
}

/** On Windows a backslash separates folders, in a glob as well: there is nothing to escape with it. */
export function toPattern(arg: string, separator: string = sep): string {
  return separator === '\\' ? arg.replaceAll('\\', '/') : arg;
}

function expand(arg: string, cwd: string): readonly string[] {
  const pattern = toPattern(arg);
  if (!isDynamicPattern(pattern)) return [];
  return globSync([pattern], {
    cwd,
    ignore,
    dot: true,
    absolute: true,
  }).map((file) => resolve(file));
}

function noMatch(arg: string): string {
  return isDynamicPattern(arg)
    ? `No file matches "${arg}". Quote the pattern, or name a file.`
    : `There is no file "${arg}". Check the path, or leave it out to check what the folder holds.`;
}

function displayName(path: string, cwd: string): string {
  const name = relative(cwd, path);
  return name.startsWith('..') ? path : name;
}
