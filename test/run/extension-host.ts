import { mkdir, readFile, rm } from 'node:fs/promises';
import { copyExamples } from '../../scripts/examples';
import { project, scratch } from '../../scripts/paths';
import { launchChromium } from '../../scripts/vscode/chromium';
import { installVSCode } from '../../scripts/vscode/install';
import { remoteUri, serveVSCode } from '../../scripts/vscode/serve';
import type { VSCodeVersion } from '../../scripts/vscode/versions';
import type { SuiteResults } from '../e2e/suite';
import type { Part, Tally } from './part';
import { bundleSuite } from './suite-bundle';

/** Longer than the suite ever takes; a hang is to end in an error that shows what the server said. */
const limit = 180_000;

/** Runs the suite inside the extension host of a VS Code that a headless browser has open. */
export function extensionHost(name: string, summary: string, version: VSCodeVersion): Part {
  return {
    name,
    summary,
    run: async () => tallyOf(JSON.parse(await inExtensionHost(name, version, await bundleSuite()))),
  };
}

/** Has a VS Code call the `run` of a module in its extension host, and returns what that left in its results. */
export async function inExtensionHost(name: string, version: VSCodeVersion, module: string): Promise<string> {
  const vscode = await installVSCode(version);
  const home = scratch('run', name);
  const results = scratch('results', `${name}.json`);
  await rm(home, { recursive: true, force: true });
  await rm(results, { force: true });
  await mkdir(scratch('results'), { recursive: true });
  const workspace = await copyExamples(`${home}/workspace`);
  const server = await serveVSCode(vscode, {
    home,
    driver: true,
    env: { TWILIO_ROLES_TEST_RESULTS: results },
    settings: {
      // In Restricted Mode nobody signs in.
      'security.workspace.trust.enabled': false,
      // Words of other files aren't ours, and would be counted as if they were.
      'editor.wordBasedSuggestions': 'off',
    },
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.exposeFunction('codeAutomationExit', resolve);
    const clock = setTimeout(() => reject(new Error(`No end after ${limit} ms.`)), limit);
    page.on('crash', () => reject(new Error('The page crashed.')));
    await page.goto(
      server.page(workspace, {
        extensionDevelopmentPath: remoteUri(server, project),
        extensionTestsPath: remoteUri(server, module),
      }),
    );
    await promise.finally(() => clearTimeout(clock));
    return await readFile(results, 'utf8');
  } catch (error) {
    throw new Error(`${error}\n${server.output().slice(-4000)}`, { cause: error });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The tally of what the suite left. */
export function tallyOf(results: SuiteResults): Tally {
  const failures = [...results.failed];
  if (results.passed.length + failures.length === 0) failures.push('The suite holds no test.');
  return { passed: results.passed.length, failures };
}
