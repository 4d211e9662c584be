/**
 * `npm run bench [-- --quick]`: measures the bundles side by side with others and writes docs/benchmarks.md.
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
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
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
  if (values.only === undefined || values.only === 'language') {
    const rows = await benchLanguage({
      root,
      dist,
      floor,
      sizes: values.quick ? [10, 1000] : [10, 1000, 10_000],
      keys: values.quick ? 40 : 200,
      starts: values.quick ? 3 : 7,
      onRow: (row) =>
        say(
          `${row.server}, ${row.roles} roles: start ${row.start.toFixed(0)} ms, key ${row.key50.toFixed(2)} ms`,
        ),
    });
    sections.push(renderLanguage(rows));
    const beside = serverSpecs({ root, dist, floor }).slice(0, 2);
    const edits = await benchEdits(beside, values.quick ? 10 : 50);
    sections.push(
      renderEdits(
        beside.map(({ name }) => name),
        edits,
      ),
    );
  }
  if (values.only === undefined || values.only === 'start') {
    sections.push(renderStart(benchStart({ dist, scratch, runs: values.quick ? 5 : 15 })));
  }
  if (values.only === undefined || values.only === 'activation') {
    sections.push(renderActivation(await benchActivation({ scratch, runs: values.quick ? 1 : 5 })));
  }
  if (values.only === undefined || values.only === 'hostile') {
    sections.push(renderHostile(await benchHostile({ root, scratch, runs: values.quick ? 1 : 3 })));
  }
  if (values.only === undefined || values.only === 'twilio') {
    const size = values.quick
      ? { users: 5_000, updates: 100, runs: 1 }
      : { users: 50_000, updates: 1_000, runs: 5 };
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
  if (!values.quick && values.only === undefined) writeFileSync(join(root, 'docs/benchmarks.md'), page);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
