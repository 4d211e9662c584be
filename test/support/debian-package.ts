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
  return installed(() => onPath(program), program, debianPackage);
}

/** The same of a file that is no program. */
export async function debianFile(path: string, debianPackage: string): Promise<string> {
  return installed(() => (existsSync(path) ? path : undefined), path, debianPackage);
}

async function installed(
  find: () => string | undefined,
  what: string,
  debianPackage: string,
): Promise<string> {
  const found = find();
  if (found) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error(
      `A test needs ${what}, and there is none: install it (Debian: apt-get install ${debianPackage}).`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { env });
  const now = find();
  if (!now) throw new Error(`apt-get installed ${debianPackage}, and still there is no ${what}.`);
  return now;
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
