/** How long the extension takes to activate in the extension host of a real VS Code. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { newest, oldest } from '../../scripts/vscode/versions';
import { inExtensionHost } from '../run/extension-host';
import { table } from './report';
import { median } from './statistics';

export interface ActivationRow {
  readonly vscode: string;
  /** Milliseconds in our own `activate`, the median of the runs. */
  readonly own: number;
  /** The same with VS Code's reading and evaluating of the bundle. */
  readonly whole: number;
}

/** The bundles in `dist/` are what is measured; each run has a VS Code of its own. */
export async function benchActivation(options: {
  readonly scratch: string;
  readonly runs: number;
}): Promise<readonly ActivationRow[]> {
  const probe = join(options.scratch, 'activation-probe.js');
  await build({
    entryPoints: [join(__dirname, 'activation-probe.ts')],
    outfile: probe,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const rows: ActivationRow[] = [];
  for (const version of [newest, oldest]) {
    const found: { readonly own: number; readonly whole: number }[] = [];
    for (let run = 0; run < options.runs; run++)
      found.push(JSON.parse(await inExtensionHost('bench-activation', version, probe)));
    rows.push({
      vscode: version.codeServer,
      own: median(found.map(({ own }) => own)),
      whole: median(found.map(({ whole }) => whole)),
    });
  }
  return rows;
}

export function renderActivation(rows: readonly ActivationRow[]): string {
  return [
    '## Activation',
    '',
    'In the extension host of a real VS Code, with nobody signed in. Own: our `activate`, before which nothing is asked of the network. Whole: with reading and evaluating the bundle.',
    '',
    table(
      ['VS Code', 'own ms', 'whole ms'],
      rows.map(({ vscode, own, whole }) => [vscode, own.toFixed(1), whole.toFixed(0)]),
    ),
    '',
  ].join('\n');
}
