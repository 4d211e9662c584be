import { Command, CommanderError } from 'commander';
import { runSandbox } from './command';
import { declareFlags } from './flags';

declareFlags(new Command('sandbox'))
  .exitOverride()
  .action(runSandbox)
  // Said outright: the extension runs this by Electron, where the library looks for the arguments elsewhere.
  .parseAsync(process.argv.slice(2), { from: 'user' })
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    // What it has to say, it has said.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  });
