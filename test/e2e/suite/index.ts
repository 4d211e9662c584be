import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What the run leaves in the file that TWILIO_ROLES_TEST_RESULTS names, for whoever started this VS Code. */
export interface SuiteResults {
  readonly passed: readonly string[];
  /** Title and stack. A test that was skipped is here, too. */
  readonly failed: readonly string[];
}

/** VS Code calls this inside the extension host. It rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'dot', timeout: 20_000, forbidOnly: true });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  const passed: string[] = [];
  const failed: string[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => passed.push(test.fullTitle()))
      .on('fail', (test, error) => failed.push(`${test.fullTitle()}\n${error.stack ?? error}`))
      .on('pending', (test) => failed.push(`${test.fullTitle()}\nskipped`));
  });
  const results: SuiteResults = { passed, failed };
  const path = process.env.TWILIO_ROLES_TEST_RESULTS;
  if (path) writeFileSync(path, JSON.stringify(results));
  if (failed.length > 0) throw new Error(`${failed.length} failed`);
}
