import { check, isRolesFile, parseDocument, printable } from '../../../../core/src';
import { renderGithub } from '../format/github';
import { renderHuman } from '../format/human';
import { renderJson } from '../format/json';
import { type CheckResult, count, type FileResult } from '../format/result';
import { renderSarif } from '../format/sarif';
import { namedFiles } from '../named-files';
import { Lines } from '../position';
import { readText } from '../read-text';
import { readSeverities } from '../severities';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { version } from '../version';

export interface CheckOptions {
  readonly format: 'human' | 'json' | 'sarif' | 'github';
  /** More warnings than this fail the check; absent, none do. */
  readonly maxWarnings?: number;
  /** `RULE=LEVEL`, which go before the settings of the folder. */
  readonly severity?: readonly string[];
  /** What the text of stdin is called. */
  readonly stdinFilename?: string;
}

/** Checks files. Exit codes: 0 clean, 1 problems. */
export async function runCheck(
  args: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const result = await checkFiles(args, options, terminal);
  terminal.out(render(result, options, terminal));
  if (options.format !== 'human' && result.skipped.length > 0) {
    terminal.say(`Skipped ${result.skipped.map(printable).join(', ')}: made for another tool.`);
  }
  const tooMany = options.maxWarnings !== undefined && count(result, 'warning') > options.maxWarnings;
  if (tooMany) terminal.say(`More than ${options.maxWarnings} warnings.`);
  return count(result, 'error') > 0 || tooMany ? 1 : 0;
}

async function checkFiles(
  args: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<CheckResult> {
  const severities = await readSeverities(options.severity ?? [], terminal.cwd);
  const files: FileResult[] = [];
  const skipped: string[] = [];
  for await (const { name, text } of sources(args, options, terminal.cwd)) {
    if (!isRolesFile(text)) skipped.push(name);
    else files.push({ name, lines: new Lines(text), problems: check(parseDocument(text), { severities }) });
  }
  return { files, skipped };
}

/** The texts that the arguments name, of which `-` is what comes on stdin. */
async function* sources(
  args: readonly string[],
  { stdinFilename }: CheckOptions,
  cwd: string,
): AsyncGenerator<{ readonly name: string; readonly text: string }> {
  const paths = args.filter((arg) => arg !== '-');
  if (paths.length < args.length) {
    const { text } = await import('node:stream/consumers');
    yield { name: stdinFilename ?? 'stdin', text: await text(process.stdin) };
    if (paths.length === 0) return;
  } else if (stdinFilename !== undefined) {
    throw new UsageError('--stdin-filename names what is read from stdin. Add "-", which stands for that.');
  }
  if (paths.includes('')) {
    throw new UsageError(
      'The name of a file is empty, as where a variable is not set. Name a file, or leave it out to check what the folder holds.',
    );
  }
  const found = namedFiles(paths, cwd) ?? (await import('../find-files')).findFiles(paths, cwd);
  if (found.length === 0) {
    throw new UsageError('Found no roles.yaml here. Name a file: twilio-roles check path/to/roles.yaml');
  }
  for (const { name, path } of found) yield { name, text: readText(path) };
}

function render(result: CheckResult, options: CheckOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'human':
      return renderHuman(result, terminal);
    case 'json':
      return renderJson(result);
    case 'sarif':
      return renderSarif(result, version, terminal);
    case 'github':
      return renderGithub(result, terminal);
  }
}
