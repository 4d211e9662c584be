import { parseArgs } from 'node:util';
import { endChildren, interrupted, run } from '../scripts/child';
import { packageExtension } from '../scripts/package';
import { project } from '../scripts/paths';
import { newest, oldest } from '../scripts/vscode/versions';
import { electron } from './run/electron';
import { extensionHost } from './run/extension-host';
import { check, type Part } from './run/part';
import { keepPictures } from './run/pictures';
import { vitest } from './run/vitest';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    electron: { type: 'boolean' },
    pictures: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

const cwd = project;
const ui = 'test/e2e/ui/vitest.config.mts';
const build = check('package', 'what ships: every bundle, and the .vsix', packageExtension);
const parts: readonly Part[] = values.electron
  ? [electron]
  : [
      check('types', 'tsc', () => run('tsc', [], { cwd })),
      check('lint', 'biome: format, rules, and the walls between the rooms', () =>
        run('biome', ['check', '--error-on-warnings', '.'], { cwd }),
      ),
      vitest('unit', 'everything that needs no editor', 'vitest.config.mts'),
      extensionHost('vscode', 'the suite inside the newest VS Code', newest),
      extensionHost('vscode-oldest', 'the suite inside the oldest VS Code that we support', oldest),
      vitest('ui', 'the workbench of the newest VS Code, driven by a browser', ui, '--project=newest'),
      vitest('ui-oldest', 'the workbench of the oldest VS Code', ui, '--project=oldest'),
    ];

if (values.help) {
  const names = parts.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`);
  process.stdout.write(`npm test [-- OPTIONS]

  --only PART   one part of the tests; may be repeated
  --pictures    copy the pictures of the README from this run to docs/screenshots/
  --electron    the suite inside a desktop VS Code, instead of everything else

Parts:
${names.join('\n')}
`);
} else {
  void interrupted()
    .then(endChildren)
    .then(() => process.exit(130));
  void runParts(parts.filter(({ name }) => !values.only || values.only.includes(name)));
}

/** Runs one part after the other, whatever becomes of each: the last line is the sum of all. */
async function runParts(chosen: readonly Part[]): Promise<void> {
  let passed = 0;
  const failures: string[] = [];
  if (chosen.length === 0)
    failures.push(`No part is called ${values.only?.join(' or ')}; see npm test -- --help.`);
  for (const part of [build, ...chosen]) {
    const start = performance.now();
    const tally = await part
      .run()
      .catch((error: Error) => ({ passed: 0, failures: [`It could not run: ${error.message}`] }));
    passed += tally.passed;
    failures.push(...tally.failures.map((failure) => `${part.name}: ${failure}`));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const line = `${part.name}: ${tally.passed} passed, ${tally.failures.length} failed (${seconds} s)`;
    process.stdout.write(`${line}\n`);
  }
  for (const failure of failures) process.stdout.write(`\n${failure}\n`);
  if (values.pictures && failures.length === 0) await keepPictures();
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
