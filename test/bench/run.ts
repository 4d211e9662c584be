/**
 * `npm run bench`: measures the bundles side by side with others and writes docs/benchmarks.md.
 * Machines differ and are noisy: what counts is the ratios within one run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { benchActivation, renderActivation } from './activation';
import { benchEdits, renderEdits } from './edits';
import { benchHostile, renderHostile } from './hostile';
import { benchLanguage, serverSpecs } from './language';
import { renderLanguage } from './report';
import { benchStart, renderStart } from './start';
import { benchTwilio, renderTwilio } from './twilio';

const root = join(__dirname, '../..');
const scratch = join(root, '.vscode-test/bench');
const parts = ['language', 'start', 'activation', 'hostile', 'twilio'] as const;
const usage = `Usage: npm run bench [-- [--quick] [--only ${parts.join('|')}]]
Only a whole run that isn't quick writes docs/benchmarks.md.`;

interface Options {
  readonly quick: boolean;
  readonly wants: (part: (typeof parts)[number]) => boolean;
  readonly whole: boolean;
}

/** What was asked for; `undefined` where that was help, or can't be done, which is said. */
function options(): Options | undefined {
  try {
    const { quick, only, help } = parseArgs({
      options: {
        quick: { type: 'boolean' },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
    if (help) {
      say(usage);
      return undefined;
    }
    if (only !== undefined && !parts.some((part) => part === only))
      throw new Error(`There is no part "${only}".`);
    const whole = only === undefined;
    return { quick: quick === true, wants: (part) => whole || part === only, whole };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const asked = options();
  if (!asked) return;
  const { quick, wants, whole } = asked;
  mkdirSync(scratch, { recursive: true });
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  // What is measured stays as it is, whoever builds meanwhile.
  const dist = join(scratch, 'dist');
  cpSync(join(root, 'dist'), dist, { recursive: true });
  const floor = join(scratch, 'floor.js');
  await build({
    entryPoints: [join(__dirname, 'floor-server.ts')],
    outfile: floor,
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
  });

  const sections: string[] = [];
  if (wants('language')) {
    const rows = await benchLanguage({
      root,
      dist,
      floor,
      sizes: quick ? [10, 1000] : [10, 1000, 10_000],
      keys: quick ? 40 : 200,
      starts: quick ? 3 : 7,
      onRow: (row) =>
        say(
          `${row.server}, ${row.roles} roles: start ${row.start.toFixed(0)} ms, key ${row.key50.toFixed(2)} ms`,
        ),
    });
    sections.push(renderLanguage(rows));
    const beside = serverSpecs({ root, dist, floor }).slice(0, 2);
    const edits = await benchEdits(beside, quick ? 10 : 50);
    sections.push(
      renderEdits(
        beside.map(({ name }) => name),
        edits,
      ),
    );
  }
  if (wants('start')) {
    sections.push(renderStart(benchStart({ dist, scratch, runs: quick ? 5 : 15 })));
  }
  if (wants('activation')) {
    sections.push(renderActivation(await benchActivation({ scratch, runs: quick ? 1 : 5 })));
  }
  if (wants('hostile')) {
    sections.push(renderHostile(await benchHostile({ root, scratch, runs: quick ? 1 : 3 })));
  }
  if (wants('twilio')) {
    const size = quick ? { users: 5_000, updates: 100, runs: 1 } : { users: 50_000, updates: 1_000, runs: 5 };
    sections.push(renderTwilio(await benchTwilio({ root, scratch, ...size })));
  }

  const cores = cpus();
  const page = [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Every figure is a median of one run on one machine; compare within a table only.',
    '',
    `Node ${process.versions.node}, ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${process.platform}; load ${loadavg()[2]?.toFixed(1)} over the last 15 minutes.`,
    '',
    ...sections,
  ].join('\n');
  say(page);
  if (whole && !quick) writeFileSync(join(root, 'docs/benchmarks.md'), page);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
