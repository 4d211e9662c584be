import { join } from 'node:path';
import { run } from './child';
import { project } from './paths';

/** Where `npm run package` leaves the extension. */
export const vsix = join(project, 'twilio-roles.vsix');

/** Builds what ships into `dist/`, and packs it with what .vscodeignore lets through. */
export async function packageExtension(): Promise<void> {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: project });
  await run(
    process.execPath,
    [
      join(project, 'node_modules/@vscode/vsce/vsce'),
      'package',
      // The bundles hold every dependency.
      '--no-dependencies',
      // A fork has an address of its own, and the links of the README are relative to it.
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
    ],
    { cwd: project },
  );
}

if (process.argv[1] === join(project, 'scripts/package.ts')) {
  void packageExtension().then(
    () => process.stdout.write(`${vsix}\n`),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
