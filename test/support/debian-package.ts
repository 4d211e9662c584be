import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The path of a program of this machine. Where there is none it is installed by apt-get, if that is possible, and
 * otherwise it is an error of one line: a test that needs it never goes unnoticed.
 */
export async function debianProgram(program: string, debianPackage = program): Promise<string> {
  const found = onPath(program);
  if (found) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error(
      `A test needs ${program}, and there is none: install it (Debian: apt-get install ${debianPackage}).`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { env });
  const installed = onPath(program);
  if (!installed)
    throw new Error(`apt-get installed ${debianPackage}, and still there is no ${program} on PATH.`);
  return installed;
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
