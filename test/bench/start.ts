/** How long the command line takes on files, against a bare Node that reads the bundle. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bigFile } from '../support/big-file';
import { table } from './report';
import { median } from './statistics';

export interface StartRow {
  readonly what: string;
  /** Milliseconds, the median of the runs. */
  readonly ms: number;
}

/** Times whole processes. Commands take turns, so that a slow minute hits all of them. */
export function benchStart(options: {
  readonly dist: string;
  readonly scratch: string;
  readonly runs: number;
}): readonly StartRow[] {
  const files = join(options.scratch, 'files');
  rmSync(files, { recursive: true, force: true });
  mkdirSync(join(files, 'many'), { recursive: true });
  const write = (name: string, roles: number) => writeFileSync(join(files, name), bigFile({ roles }));
  write('one.roles.yaml', 10);
  write('big.roles.yaml', 10_000);
  for (let n = 0; n < 1000; n++) write(`many/${n}.roles.yaml`, 10);

  const cli = join(options.dist, 'cli.js');
  const bundles = [cli, join(options.dist, 'cli-program.js')];
  const read = `for (const path of ${JSON.stringify(bundles)}) require('node:fs').readFileSync(path)`;
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['`node -e 0` and reading the bundles', ['-e', read]],
    ['`check`, one file of 10 roles', [cli, 'check', join(files, 'one.roles.yaml')]],
    ['`check`, one file of 10,000 roles', [cli, 'check', join(files, 'big.roles.yaml')]],
    ['`check`, 1,000 files of 10 roles', [cli, 'check', join(files, 'many')]],
  ];
  const times = commands.map((): number[] => []);
  for (let run = 0; run <= options.runs; run++) {
    for (const [index, [what, args]] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      if (status !== 0) throw new Error(`${what} exited with ${status}: ${stderr}`);
      // The first run warms the disk's cache and isn't counted.
      if (run > 0) times[index]?.push(performance.now() - start);
    }
  }
  return commands.map(([what], index) => ({ what, ms: median(times[index] ?? []) }));
}

export function renderStart(rows: readonly StartRow[]): string {
  const bare = rows[0]?.ms ?? Number.NaN;
  return [
    '## Command line',
    '',
    'Whole processes, from spawn to exit.',
    '',
    table(
      ['command', 'ms', 'ratio'],
      rows.map(({ what, ms }) => [what, ms.toFixed(0), `${(ms / bare).toFixed(2)}×`]),
    ),
    '',
  ].join('\n');
}
