/** Our client against Twilio's package for Node and against bare undici, on the same sandbox in one run. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { table } from './report';
import { median } from './statistics';

export type TwilioContender = 'ours' | 'official' | 'bare';
export type TwilioJob = 'first' | 'list' | 'update';

export interface TwilioRow {
  readonly job: TwilioJob;
  readonly contender: TwilioContender;
  /** Users listed or updates made. */
  readonly count: number;
  /** Milliseconds, the median of the runs; for `first` from the start of the process. */
  readonly ms: number;
  /** The greatest resident memory of the process in MB, the median of the runs. */
  readonly peak: number;
}

export interface TwilioBenchOptions {
  readonly root: string;
  /** A directory inside `root`, so that Twilio's package is found from it. */
  readonly scratch: string;
  /** How long the long list is; a tenth of it shows whether memory grows. */
  readonly users: number;
  readonly updates: number;
  readonly runs: number;
}

/** Users that the sandbox's first service has anyway. */
const seeded = 88;

const contenders: readonly TwilioContender[] = ['bare', 'ours', 'official'];

/** Each figure is of a process of its own; contenders take turns, so that a slow minute hits all of them. */
export async function benchTwilio(options: TwilioBenchOptions): Promise<readonly TwilioRow[]> {
  const { root, scratch, users, updates, runs } = options;
  const script = join(scratch, 'twilio-contender.cjs');
  const sandbox = join(scratch, 'sandbox.cjs');
  const shared: BuildOptions = {
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
  };
  await build({
    ...shared,
    entryPoints: [join(root, 'test/bench/twilio-contender.ts')],
    outfile: script,
    external: ['twilio'],
  });
  await build({ ...shared, entryPoints: [join(root, 'server/src/sandbox/main.ts')], outfile: sandbox });

  const rows: TwilioRow[] = [];
  const jobs: readonly (readonly [TwilioJob, number])[] = [
    ['first', 1],
    ['list', users / 10],
    ['list', users],
    ['update', updates],
  ];
  for (const [job, count] of jobs) {
    const more = job === 'list' ? ['--users', `${count - seeded}`] : [];
    const server = spawn(process.execPath, [sandbox, '--json', ...more], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(server.stdout, 'data');
      const { url, sid, token } = JSON.parse(String(line));
      rows.push(...measure(job, count, runs, [script, url, sid, token]));
    } finally {
      server.kill();
    }
  }
  return rows;
}

interface Result {
  readonly done: number;
  readonly ms: number;
  readonly peak: number;
}

function measure(job: TwilioJob, count: number, runs: number, [script = '', ...where]: readonly string[]) {
  const results = new Map(contenders.map((contender) => [contender, [] as Result[]]));
  for (let run = 0; run < runs; run += 1) {
    for (const [contender, measured] of results) {
      const args = [script, contender, job, ...where, String(count)];
      const result: Result = JSON.parse(
        execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 120_000 }),
      );
      if (result.done < count) throw new Error(`${contender} did ${result.done} of ${count} in "${job}".`);
      measured.push(result);
    }
  }
  return [...results].map(
    ([contender, measured]): TwilioRow => ({
      job,
      contender,
      count,
      ms: median(measured.map(({ ms }) => ms)),
      peak: median(measured.map(({ peak }) => peak)),
    }),
  );
}

const names: Readonly<Record<TwilioContender, string>> = {
  bare: 'undici and `JSON.parse`',
  ours: 'Twilio Roles',
  official: '`twilio` for Node',
};

export function renderTwilio(rows: readonly TwilioRow[]): string {
  const title = ({ job, count }: TwilioRow): string => {
    if (job === 'first') return 'first request, from the start of the process';
    return `${count.toLocaleString('en')} ${job === 'list' ? 'users listed' : 'role updates, one after the other, without the limit'}`;
  };
  return [
    '## Twilio client',
    '',
    'On the same sandbox, one process for each figure. In brackets: the ratio to bare undici.',
    '',
    table(
      ['job', 'client', 'ms', 'peak MB'],
      rows.map((row) => {
        const floor = rows.find(
          ({ job, count, contender }) => job === row.job && count === row.count && contender === 'bare',
        );
        const ratio = floor && floor !== row ? ` (${(row.ms / floor.ms).toFixed(2)}×)` : '';
        return [title(row), names[row.contender], `${row.ms.toFixed(0)}${ratio}`, row.peak.toFixed(0)];
      }),
    ),
    '',
  ].join('\n');
}
