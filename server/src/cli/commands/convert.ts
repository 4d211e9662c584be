import { applyEdits, convertToConversations, productIn } from '../../../../core/src';
import { readRolesFile, reportProblems } from '../roles-file';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { checkOutput, type OutputOptions, output } from '../write-file';

/** Turns a Chat file into a Conversations file. Exit codes: 0 done, 1 the file has errors, which are said. */
export async function runConvert(name: string, options: OutputOptions, terminal: Terminal): Promise<number> {
  checkOutput(name, options, terminal);
  const file = readRolesFile(name, terminal);
  const { document } = file;
  if (productIn(document) !== 'chat') {
    throw new UsageError(`"${name}" is a Conversations file already: it has no "product: chat".`);
  }
  if (await reportProblems(file, terminal)) return 1;
  output(applyEdits(document.text, convertToConversations(document)), name, options, terminal);
  return 0;
}
