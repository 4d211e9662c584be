import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AddCommand, Outcome } from './add-command';
import { addLiveCommands } from './live-commands';
import type { Terminal } from './terminal';
import { isUsageError } from './usage-error';
import { version } from './version';

export { processTerminal } from './terminal';

/**
 * Runs a command line, without `node` and the script, and gives its exit code. `plan` says with 2 that there are
 * changes, so bad use, which is 2 elsewhere, is 1 there: nobody may take a plan that failed for one with changes.
 * Each command's code is loaded when the command is run, so that `check` doesn't wait for the network's.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const outcome: Outcome = { code: 0 };
  try {
    const completing = args[0] === 'completion' || args[0] === 'complete';
    const program = createProgram(terminal, outcome, completing);
    if (completing) {
      const { addCompletion } = await import('./heavy');
      addCompletion(program, { completionCommandName: 'completion' });
      program.commands
        .find((each) => each.name() === 'completion')
        ?.addHelpText('after', '\nExamples:\n  $ twilio-roles completion bash >> ~/.bashrc');
    }
    await program.parseAsync(args, { from: 'user' });
    return outcome.code;
  } catch (error) {
    const code = await failed(error, terminal);
    return args[0] === 'plan' && code === 2 ? 1 : code;
  }
}

/** Says why a command ended, and gives the exit code of that. */
async function failed(error: unknown, terminal: Terminal): Promise<number> {
  // What the library has to say, it has said.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUsageError(error)) {
    terminal.say(error.message);
    return 2;
  }
  const { describeFailure } = await import('./failure');
  const { message, code } = describeFailure(error);
  terminal.say(message);
  return code;
}

function createProgram(terminal: Terminal, outcome: Outcome, completing: boolean): Command {
  const program = new Command('twilio-roles')
    .description(
      'Roles of Twilio Conversations and Programmable Chat as code: check, plan and deploy roles.yaml.',
    )
    .version(version)
    .showHelpAfterError('Run with --help for what can be said.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    });

  const command: AddCommand = (usage, summary, ...examples) =>
    program
      .command(usage)
      .description(summary)
      .addHelpText(
        'after',
        `\nExamples:\n${examples.map((example) => `  $ twilio-roles ${example}`).join('\n')}`,
      );

  command(
    'check [files...]',
    'Check files, folders or globs; without any, what the folder holds',
    'check',
    'check "**/*.roles.yaml" --format sarif',
  )
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['human', 'json', 'sarif', 'github'])
        .default('human'),
    )
    .option('--max-warnings <count>', 'fail when there are more warnings', wholeNumber)
    .option(
      '--severity <rule=level>',
      "override a rule's severity; level: error, warning, information, hint or off",
      collect,
      [],
    )
    .action(async (files: string[], options) => {
      const { runCheck } = await import('./commands/check');
      outcome.code = await runCheck(files, options, terminal);
    });

  addLiveCommands(command, terminal, outcome);

  command(
    'convert <file>',
    'Turn a Chat file into a Conversations file',
    'convert chat.roles.yaml --out roles.yaml',
    'convert chat.roles.yaml --write',
  )
    .option('--write', 'change the file itself')
    .option('--out <file>', 'write to another file')
    .action(async (file: string, options) => {
      const { runConvert } = await import('./commands/convert');
      outcome.code = runConvert(file, options, terminal);
    });

  command(
    'matrix [file]',
    'Print roles and permissions as a table',
    'matrix',
    'matrix roles.yaml --format csv > roles.csv',
  )
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'markdown', 'csv']).default('table'),
    )
    .action(async (file: string | undefined, options) => {
      const { runMatrix } = await import('./commands/matrix');
      outcome.code = runMatrix(file, options, terminal);
    });

  command(
    'explain <permission>',
    'Say what a permission lets people do, and in which roles',
    'explain sendMessage',
    'explain sendMessage --format json',
  )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (permission: string, options) => {
      const { runExplain } = await import('./commands/explain');
      outcome.code = runExplain(permission, options, terminal);
    });

  command('sandbox', 'Run a local Twilio to try things on', 'sandbox --port 4010')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_options, self: Command) => {
      const { runSandbox } = await import('./heavy');
      await runSandbox(self.args);
    });

  command('lsp', 'Run the language server on stdin and stdout, for any editor', 'lsp').action(async () => {
    const { runLsp } = await import('./heavy');
    runLsp();
  });

  if (!completing) {
    // Only for the list of commands: the library that writes the scripts adds its own, and needn't be loaded here.
    command(
      'completion <shell>',
      'Print the completion script of a shell: bash, zsh, fish',
      'completion bash',
    );
  }

  return program;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
