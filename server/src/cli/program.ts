import { Command, CommanderError, Option } from 'commander';
import { printable } from '../../../core/src/printable';
import { declareFlags, type Flags } from '../sandbox/flags';
import type { AddCommand, Declare, Running } from './add-command';
import { fileCommands } from './file-commands';
import { liveCommands } from './live-commands';
import type { Terminal } from './terminal';
import { isUsageError } from './usage-error';
import { version } from './version';

export { processTerminal } from './terminal';

const { check, ...offline } = fileCommands;

/** Each into a folder where the shell looks for it when it is needed. */
const completionExamples: readonly string[] = [
  'completion bash > ~/.local/share/bash-completion/completions/twilio-roles',
  'completion zsh > $fpath[1]/_twilio-roles',
  'completion fish > ~/.config/fish/completions/twilio-roles.fish',
];

/** In the order of the help. */
const declarations: Readonly<Record<string, Declare>> = {
  check,
  ...liveCommands,
  ...offline,

  sandbox: (command) => {
    declareFlags(
      command(
        'sandbox',
        'Run a local Twilio to try things on: services, roles and users, on this machine only',
        'sandbox --port 4010 --state sandbox.json --fault 429:0.1',
      ),
    ).action(async (flags: Flags) => {
      const { runSandbox } = await import('./heavy');
      await runSandbox(flags);
    });
  },

  lsp: (command) => {
    command('lsp', 'Run the language server on stdin and stdout, for any editor', 'lsp')
      // What editors say to any language server. The library reads the second itself, and ends when that process does.
      .addOption(new Option('--stdio').hideHelp())
      .addOption(new Option('--clientProcessId <id>').hideHelp())
      .action(async () => {
        const { runLsp } = await import('./heavy');
        runLsp();
      });
  },

  // Only for the list of commands: the library that writes the scripts adds its own.
  completion: (command) => {
    command(
      'completion <shell>',
      'Print the completion script of a shell: bash (with bash-completion), zsh, fish or powershell',
      ...completionExamples,
    );
  },
};

/**
 * Runs a command line, without `node` and the script, and gives its exit code. `plan` says with 2 that there are
 * changes, so bad use, which is 2 elsewhere, is 1 there: nobody may take a plan that failed for one with changes.
 * Each command's code is loaded when the command is run, so that `check` doesn't wait for the network's.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const running: Running = { terminal, code: 0 };
  const [name = ''] = args;
  try {
    const program =
      name === 'completion' || name === 'complete'
        ? await createCompletion(running)
        : createProgram(running, Object.hasOwn(declarations, name) ? [name] : Object.keys(declarations));
    await program.parseAsync(args, { from: 'user' });
    return running.code;
  } catch (error) {
    const code = await failed(error, terminal);
    return name === 'plan' && code === 2 ? 1 : code;
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

/** With these commands alone: to declare all of them takes as long as to check a file. */
function createProgram(running: Running, names: readonly string[]): Command {
  const { terminal } = running;
  const program = new Command('twilio-roles')
    .description(
      'Roles of Twilio Conversations and Programmable Chat as code: check, plan and deploy roles.yaml.',
    )
    .version(version)
    .showHelpAfterError('Run it with --help to see what it takes.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd().split('\n').map(printable).join('\n')),
    });
  const command: AddCommand = (usage, summary, ...examples) =>
    program.command(usage).description(summary).addHelpText('after', exampleText(examples));
  for (const name of names) declarations[name]?.(command, running);
  return program;
}

/** With a command that writes the scripts, and knows all the others. */
async function createCompletion(running: Running): Promise<Command> {
  const { addCompletion } = await import('./heavy');
  const names = Object.keys(declarations).filter((name) => name !== 'completion');
  const program = createProgram(running, names);
  addCompletion(program, running.terminal);
  program.commands
    .find((each) => each.name() === 'completion')
    ?.addHelpText('after', exampleText(completionExamples));
  return program;
}

function exampleText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  $ twilio-roles ${example}`).join('\n')}`;
}
