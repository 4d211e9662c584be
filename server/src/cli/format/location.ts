import { resolve, sep } from 'node:path';
import { pathBelow } from '../path-below';
import type { Terminal } from '../terminal';

/**
 * How a code host is told of a file: from the root of the checkout where GitHub's runner says which that is, or else
 * from the working folder, with slashes. A file that is in neither keeps its whole path.
 */
export function locationOf(name: string, { cwd, env }: Pick<Terminal, 'cwd' | 'env'>): string {
  const path = resolve(cwd, name);
  const { GITHUB_WORKSPACE: checkout } = env;
  const below = (checkout && pathBelow(checkout, path)) || pathBelow(cwd, path) || path;
  return below.replaceAll(sep, '/');
}
