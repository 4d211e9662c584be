import { type Command, Option } from 'commander';
import { collect, type Declare, exitCodes, formatOption } from './add-command';

const written = exitCodes({
  0: 'done, or nothing to do',
  1: 'something failed, was not tried or was declined',
  2: 'bad use',
});

/** What an account is opened with, where neither --profile nor --sandbox says. */
const credentials = `
Environment:
  TWILIO_ACCOUNT_SID
  TWILIO_API_KEY, TWILIO_API_SECRET   or TWILIO_AUTH_TOKEN
  TWILIO_REGION, TWILIO_EDGE          outside of us1`;

/** The commands that speak to Twilio. */
export const liveCommands = {
  plan: (command, running) => {
    service(
      command(
        'plan [file]',
        'Show what a deploy would change',
        'plan --service staging',
        'plan --service staging --format markdown --out plan.json',
      ).addHelpText('after', exitCodes({ 0: 'nothing to do', 1: 'error or bad use', 2: 'changes' })),
    )
      .addOption(formatOption('text', 'markdown', 'json'))
      .option('--out <file>', 'save the plan, for `deploy` to carry out just that')
      .option('--prune', 'delete what is live and not in the file')
      .action(async (file: string | undefined, options) => {
        const { runPlan } = await import('./heavy');
        running.code = await runPlan(file, options, running.terminal);
      });
  },

  deploy: (command, running) => {
    carriedOut(
      service(
        command(
          'deploy [file]',
          'Show the plan, ask, and carry it out; the file is a roles.yaml or a saved plan',
          'deploy --service staging',
          'deploy plan.json --yes',
        ).addHelpText('after', written),
      ),
    )
      .option('--prune', 'delete what is live and not in the file')
      .action(async (file: string | undefined, options) => {
        const { runDeploy } = await import('./heavy');
        running.code = await runDeploy(file, options, running.terminal);
      });
  },

  pull: (command, running) => {
    service(
      command(
        'pull [file]',
        'Write live roles and defaults into a file, keeping what stands there',
        'pull --service IS11111111111111111111111111111111 --out roles.yaml',
        'pull roles.yaml --service staging --write',
      ).addHelpText('after', exitCodes({ 0: 'done', 1: 'error', 2: 'bad use' })),
    )
      .option('--write', 'change the file itself')
      .option('--out <file>', 'write to a file that is not there yet')
      .option('--user <user>', 'take in this user, too, by identity or US SID; may be repeated', collect)
      .option('--add', 'take in roles and defaults that the file does not name, too')
      .addOption(
        new Option('--product <product>', 'the product of a new file')
          .choices(['conversations', 'chat'])
          .default('conversations'),
      )
      .option('--convert', 'turn a Chat service into a Conversations file')
      .action(async (file: string | undefined, options) => {
        const { runPull } = await import('./heavy');
        running.code = await runPull(file, options, running.terminal);
      });
  },

  undo: (command, running) => {
    carriedOut(
      account(
        command(
          'undo [journal]',
          'Take back the last deploy, or the one of a journal',
          'undo',
          'undo --list',
        ).addHelpText('after', written),
      ),
    )
      .option('--list', 'list the deploys that were recorded')
      .option('--prune', 'delete the roles and users that the deploy created')
      .action(async (journal: string | undefined, options) => {
        const { runUndo } = await import('./heavy');
        running.code = await runUndo(journal, options, running.terminal);
      });
  },
} as const satisfies Record<string, Declare>;

/** The options that say where. */
function service(command: Command): Command {
  return account(
    command.option('--service <name>', "a name under the file's `services`, an IS SID, or `default`"),
  );
}

/** Credentials are never among the options: they would show in the list of processes. */
function account(command: Command): Command {
  return command
    .option(
      '--profile <name>',
      "a profile of twilio-cli's own config file, instead of TWILIO_… of the environment",
    )
    .option('--sandbox', 'use a local sandbox: that of TWILIO_ROLES_SANDBOX_URL, or one for this command')
    .addHelpText('after', credentials);
}

/** The options of what writes to Twilio. */
function carriedOut(command: Command): Command {
  return command
    .option('--yes', "don't ask; needed where there is no terminal")
    .option('--force', 'go on where a typed confirmation would be asked for')
    .option('--continue', 'carry on after a change that failed')
    .option('--webhooks', "let Twilio call the account's webhooks for the users that are written");
}
