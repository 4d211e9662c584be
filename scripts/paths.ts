import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** A place below `.vscode-test/`: what is downloaded, built or left behind by running the project, never committed. */
export function scratch(...parts: readonly string[]): string {
  return join(project, '.vscode-test', ...parts);
}
