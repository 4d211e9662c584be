import { commands, type Disposable } from 'vscode';
import type { CommandId } from './ids';
import { complain } from './notify';

/** What a command does. Arguments come from menus, other extensions or keybindings, so each handler checks them. */
export type Handler = (...args: readonly unknown[]) => unknown;

/** The handlers of every command; a missing one doesn't compile. */
export type CommandTable = Readonly<Record<CommandId, Handler>>;

/** Registers the whole table. What a handler throws is logged and shown once, in the error's own words. */
export function registerCommands(table: CommandTable, report: (error: unknown) => void): Disposable[] {
  return Object.entries(table).map(([id, handler]) =>
    commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        return await handler(...args);
      } catch (error) {
        report(error);
        void complain(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    }),
  );
}
