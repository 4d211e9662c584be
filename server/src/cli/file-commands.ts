import { InvalidArgumentError } from 'commander';
import { collect, type Declare, exitCodes, formatOption } from './add-command';

/** The commands that need files alone. */
export const fileCommands = {
  check: (command, running) => {
    command(
      'check [files...]',
      'Check files, folders or globs, or stdin as -; without any, what the folder holds',
      'check',
      'check "**/*.roles.yaml" --format sarif',
      'check - --stdin-filename roles.yaml < draft.yaml',
    )
      .addHelpText('after', exitCodes({ 0: 'clean', 1: 'problems', 2: 'bad use' }))
      .addOption(formatOption('human', 'json', 'sarif', 'github'))
      .option('--max-warnings <count>', 'fail when there are more warnings', wholeNumber)
      .option(
        '--severity <rule=level>',
        "override a rule's severity; level: error, warning, information, hint or off",
        collect,
      )
      .option('--stdin-filename <name>', 'what to call the text of stdin')
      .action(async (files: string[], options) => {
        const { runCheck } = await import('./commands/check');
        running.code = await runCheck(files, options, running.terminal);
      });
  },

  convert: (command, running) => {
    command(
      'convert <file>',
      'Turn a Chat file into a Conversations file',
      'convert chat.roles.yaml --out roles.yaml',
      'convert chat.roles.yaml --write',
    )
      .addHelpText('after', exitCodes({ 0: 'done', 1: 'error', 2: 'bad use' }))
      .option('--write', 'change the file itself')
      .option('--out <file>', 'write to a file that is not there yet')
      .action(async (file: string, options) => {
        const { runConvert } = await import('./commands/convert');
        running.code = await runConvert(file, options, running.terminal);
      });
  },

  matrix: (command, running) => {
    command(
      'matrix [file]',
      'Print roles and permissions as a table',
      'matrix',
      'matrix roles.yaml --format csv > roles.csv',
    )
      .addHelpText('after', exitCodes({ 0: 'done', 1: 'error', 2: 'bad use' }))
      .addOption(formatOption('table', 'markdown', 'csv'))
      .action(async (file: string | undefined, options) => {
        const { runMatrix } = await import('./commands/matrix');
        running.code = await runMatrix(file, options, running.terminal);
      });
  },

  explain: (command, running) => {
    command(
      'explain <permission>',
      'Say what a permission lets people do, and in which roles',
      'explain sendMessage',
      'explain sendMessage --format json',
    )
      .addHelpText('after', exitCodes({ 0: 'known', 2: 'unknown' }))
      .addOption(formatOption('text', 'json'))
      .action(async (permission: string, options) => {
        const { runExplain } = await import('./commands/explain');
        running.code = runExplain(permission, options, running.terminal);
      });
  },
} as const satisfies Record<string, Declare>;

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
