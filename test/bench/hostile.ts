/** How long files that are made to hurt take, from their text to their problems. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { hostileTexts } from '../support/hostile-text';
import { table } from './report';
import { median } from './statistics';

export interface HostileRow {
  readonly name: string;
  /** Milliseconds, the median of the runs. */
  readonly ms: number;
  readonly problems: number;
  /** The greatest resident memory of the process in MB, the text and its making included. */
  readonly peak: number;
}

export async function benchHostile(options: {
  readonly root: string;
  readonly scratch: string;
  readonly runs: number;
}): Promise<readonly HostileRow[]> {
  const script = join(options.scratch, 'hostile-contender.cjs');
  await build({
    entryPoints: [join(options.root, 'test/bench/hostile-contender.ts')],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
  });
  return hostileTexts.map(({ name }, index) => {
    const results = Array.from(
      { length: options.runs },
      (): Omit<HostileRow, 'name'> =>
        JSON.parse(execFileSync(process.execPath, [script, String(index)], { encoding: 'utf8' })),
    );
    return {
      name,
      ms: median(results.map(({ ms }) => ms)),
      problems: results[0]?.problems ?? 0,
      peak: median(results.map(({ peak }) => peak)),
    };
  });
}

export function renderHostile(rows: readonly HostileRow[]): string {
  return [
    '## Files made to hurt',
    '',
    'Reading and checking, each in a new process; what must not be passed is 500 ms.',
    '',
    table(
      ['file', 'ms', 'peak MB', 'problems'],
      rows.map(({ name, ms, peak, problems }) => [name, ms.toFixed(0), peak.toFixed(0), String(problems)]),
    ),
    '',
  ].join('\n');
}
