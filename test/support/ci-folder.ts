/** A folder in which the examples for continuous integration run, with a stand-in for npx alone. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { cliFolder } from './cli';
import { auditor } from './cli-sandbox';

const cli = join(__dirname, '../../dist/cli.js');

export const good = auditor;
export const bad = good.replace('joinConversation', 'joinConversatoin');

/**
 * A folder with these files and an npx that runs the bundle, after `prepare` has had its way with the arguments.
 * Programs among the files, in `bin/`, are found on the path.
 */
export function ciFolder(files: Readonly<Record<string, string>>, prepare = ':') {
  const npx = `#!/bin/sh\n# npx --yes twilio-roles@0.1.0 check …\nshift 2; ${prepare}; exec "${process.execPath}" "${cli}" "$@"\n`;
  const folder = cliFolder({ ...files, 'bin/npx': npx });
  for (const name of ['bin/npx', ...Object.keys(files)])
    if (name.startsWith('bin/')) chmodSync(folder.path(name), 0o755);
  const env = {
    PATH: `${folder.path('bin')}:${process.env.PATH}`,
    HOME: folder.path('.'),
    NO_COLOR: '1',
    XDG_DATA_HOME: folder.path('data'),
  };
  return { folder, env };
}
