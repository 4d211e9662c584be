import { ShellCompDirective } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { permissionsOf, products, roleTypes } from '../../../core/src';
import { bashScript } from './completion-bash';
import type { Terminal } from './terminal';

/** Adds to a program, which has all the others, the commands that print a script and answer it. */
export function addCompletion(program: Command, { out }: Terminal): void {
  const root = tab(program, { completionCommandName: 'completion' });
  let takesFile = false;
  // The library lets no shell complete the names of files, which none does better. Here they are let where one belongs.
  Object.defineProperty(root, 'directive', {
    get: () =>
      takesFile
        ? ShellCompDirective.ShellCompDirectiveDefault
        : ShellCompDirective.ShellCompDirectiveNoFileComp,
    set: () => {},
  });
  const file = (): void => {
    takesFile = true;
  };
  for (const command of program.commands) {
    const completed = root.commands.get(command.name());
    for (const argument of command.registeredArguments) {
      if (fileArguments.includes(argument.name()))
        completed?.argument(argument.name(), file, argument.variadic);
    }
    for (const { flags, long, description } of command.options) {
      if (long && flags.endsWith(' <file>')) completed?.option(long.slice(2), description, file);
    }
  }
  root.commands.get('explain')?.argument('permission', (complete) => {
    for (const type of products.flatMap((product) => roleTypes[product])) {
      for (const { permission, meaning } of permissionsOf(type).values()) complete(permission, meaning);
    }
  });
  const setup = root.setup.bind(root);
  root.setup = (name, executable, shell) =>
    shell === 'bash' ? out(bashScript) : setup(name, executable, shell);
}

const fileArguments: readonly string[] = ['file', 'files', 'journal'];
