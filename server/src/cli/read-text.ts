import { readFileSync } from 'node:fs';

/** The text of a file. An error names the file: of a folder, Node's own doesn't. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}
