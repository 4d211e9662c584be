import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '../scripts/paths';

/** A file of a room, what it imports, and what the linter says to that; `undefined` where it is allowed. */
type Wall = readonly [file: string, imported: string, message: string | undefined];

const headless = 'server/ is headless: it knows core and vscode-languageserver.';
const frontEnds = 'core/ knows nothing of its front ends.';
const offsets = 'core/ has no editor and no protocol: only offsets.';
const io = 'core/ does I/O in core/src/twilio only.';
const worker = 'The language server opens no socket, reads no disk, and runs in a worker too.';
const facade = 'client/ uses core by its façade, core/src.';
const protocol = 'client/ shares the protocol with the server, and nothing else.';
const side = "client/ is VS Code's side: parsing and HTTP are core's.";

const walls: readonly Wall[] = [
  ['schemas/a.ts', './b', 'schemas/ is data and imports nothing.'],
  ['core/src/a.ts', '../../server/src/cli/b', frontEnds],
  ['core/src/b.ts', '../../client/src/b', frontEnds],
  ['core/src/rules/a.ts', '../../../test/support/b', frontEnds],
  ['core/src/c.ts', 'vscode', offsets],
  ['core/src/d.ts', 'vscode-languageserver-protocol', offsets],
  ['core/src/plan/a.ts', 'node:fs', io],
  ['core/src/plan/b.ts', 'undici', io],
  ['core/src/twilio/a.ts', '../../../client/src/b', frontEnds],
  ['core/src/twilio/b.ts', 'vscode', offsets],
  ['core/src/twilio/c.ts', 'undici', undefined],
  ['core/src/twilio/d.ts', 'node:tls', undefined],
  ['server/src/cli/a.ts', 'vscode', headless],
  ['server/src/cli/b.ts', '../../../client/src/b', headless],
  ['server/src/sandbox/a.ts', 'undici', 'Only core/src/twilio speaks HTTP to Twilio.'],
  ['server/src/sandbox/b.ts', 'node:http', undefined],
  ['server/src/language/a.ts', 'vscode-languageclient', headless],
  ['server/src/language/b.ts', 'node:fs', worker],
  ['server/src/language/c.ts', '../cli/b', worker],
  ['server/src/language/d.ts', '../../../core/src/twilio/b', worker],
  ['server/src/language/e.ts', 'vscode-languageserver', undefined],
  ['client/src/a.ts', '../../core/src/plan/b', facade],
  ['client/src/b.ts', '../../core/src', undefined],
  ['client/src/c.ts', '../../server/src/cli/b', protocol],
  ['client/src/d.ts', '../../server/src/language/protocol', undefined],
  ['client/src/e.ts', 'undici', side],
  ['client/src/f.ts', 'js-yaml', side],
];

/** What we read of the linter's report. */
interface Report {
  readonly diagnostics: readonly Diagnostic[];
}
interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string };
}

describe('the walls between the rooms', () => {
  let folder: string;
  let diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twilio-roles-walls-'));
    diagnostics = await lint(folder, walls);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(walls)('%s imports %s', (file, _imported, message) => {
    const messages = diagnostics.get(file)?.map((diagnostic) => diagnostic.message);
    expect(messages).toEqual(message && [message]);
  });
});

/** Lints a file for each wall with the project's own configuration, and returns what it says of each file. */
async function lint(
  folder: string,
  files: readonly Wall[],
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const config = JSON.parse(await readFile(join(project, 'biome.json'), 'utf8'));
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const [file, imported] of files) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), `import '${imported}';\n`);
  }
  const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');
  const only = ['--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, [biome, 'lint', ...only, '.'], { cwd: folder }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { diagnostics }: Report = JSON.parse(report);
  return Map.groupBy(diagnostics, ({ location }) => location.path);
}
