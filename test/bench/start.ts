/** How long the command line takes on files, against a bare Node that reads the same bundles. */
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
  /** To bare Node in the same run, the median of the runs. */
  readonly ratio: number;
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
  const env = { ...process.env, XDG_CACHE_HOME: join(options.scratch, 'cache') };
  const one = [cli, 'check', join(files, 'one.roles.yaml')];
  const commands: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv?])[] = [
    ['`node -e` that reads `cli.js` and `cli-program.js`', ['-e', read]],
    ['`check`, one file of 10 roles', one],
    ['the same, with nothing kept of the run before', one, { NODE_DISABLE_COMPILE_CACHE: '1' }],
    ['`check`, one file of 10,000 roles', [cli, 'check', join(files, 'big.roles.yaml')]],
    ['`check`, 1,000 files of 10 roles', [cli, 'check', join(files, 'many')]],
  ];
  const times = commands.map((): number[] => []);
  for (let run = 0; run <= options.runs; run++) {
    for (const [index, [what, args, more]] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...env, ...more },
      });
      if (status !== 0) throw new Error(`${what} exited with ${status}: ${stderr}`);
      // The first run fills the disk's cache and ours, and isn't counted.
      if (run > 0) times[index]?.push(performance.now() - start);
    }
  }
  const [bare = []] = times;
  return commands.map(([what], index) => {
    const all = times[index] ?? [];
    return { what, ms: median(all), ratio: median(all.map((ms, run) => ms / (bare[run] ?? Number.NaN))) };
  });
}

export function renderStart(rows: readonly StartRow[]): string {
  return [
    '## Command line',
    '',
    'Whole processes, from spawn to exit, in turn. The ratio is to the first row, run by run.',
    '',
    table(
      ['command', 'ms', 'ratio'],
      rows.map(({ what, ms, ratio }) => [what, ms.toFixed(0), `${ratio.toFixed(2)}×`]),
    ),
    '',
  ].join('\n');
}
