import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { runShown } from '../../scripts/child';
import { project, scratch } from '../../scripts/paths';
import type { Part, Tally } from './part';

/** What we read of vitest's JSON report. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Runs vitest with one config file and counts what it reports. */
export function vitest(name: string, summary: string, config: string, ...options: readonly string[]): Part {
  return {
    name,
    summary,
    async run() {
      const report = scratch('results', `${name}.json`);
      await rm(report, { force: true });
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
      // It takes the log of a CI machine for a terminal.
      if (!process.stdout.isTTY) reporters.push('--no-color');
      const exit = await runShown(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...options, ...reporters],
        { cwd: project },
      );
      const tally = count(JSON.parse(await readFile(report, 'utf8')));
      // Errors outside of any test leave the counts alone and show in the exit code only.
      if (exit !== 0 && tally.failures.length === 0)
        return { ...tally, failures: [`vitest exited with ${exit}`] };
      return tally;
    },
  };
}

function count({ testResults }: Report): Tally {
  let passed = 0;
  const failures: string[] = [];
  for (const file of testResults) {
    const name = relative(project, file.name);
    if (file.assertionResults.length === 0) failures.push(`${name}: ${file.message || 'holds no test'}`);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else
        failures.push(
          `${name}: ${test.fullName} (${test.status})\n${test.failureMessages?.join('\n') ?? ''}`,
        );
    }
  }
  return { passed, failures };
}
