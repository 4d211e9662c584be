import { isAbsolute, relative, sep } from 'node:path';

/** The path from a folder to what is in it, which is '' for the folder itself; `undefined` for what is elsewhere. */
export function pathBelow(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? undefined : below;
}
