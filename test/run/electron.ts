import { mkdir, readFile } from 'node:fs/promises';
import { runTests } from '@vscode/test-electron';
import { copyExamples } from '../../scripts/examples';
import { project, scratch } from '../../scripts/paths';
import { tallyOf } from './extension-host';
import type { Part } from './part';
import { bundleSuite } from './suite-bundle';

/** The same suite in a desktop VS Code, which is downloaded first where that is allowed. */
export const electron: Part = {
  name: 'electron',
  summary: 'the suite inside a desktop VS Code',
  async run() {
    const results = scratch('results', 'electron.json');
    await mkdir(scratch('results'), { recursive: true });
    const workspace = await copyExamples(scratch('run', 'electron', 'workspace'));
    // It rejects where a test fails, and the results say which.
    const failed = await runTests({
      extensionDevelopmentPath: project,
      extensionTestsPath: await bundleSuite(),
      extensionTestsEnv: { TWILIO_ROLES_TEST_RESULTS: results },
      launchArgs: [workspace, '--disable-extensions', '--no-sandbox'],
    }).catch((error: Error) => error);
    const tally = tallyOf(JSON.parse(await readFile(results, 'utf8')));
    if (failed instanceof Error && tally.failures.length === 0) throw failed;
    return tally;
  },
};
