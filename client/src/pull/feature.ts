import type { Handler } from '../command';
import { compareFile, compareRole } from '../compare/compare';
import { commands } from '../ids';
import type { Planning } from '../plan/planning';
import { convertFile } from './convert';
import { openNewFile, template } from './new-file';
import { pullCommand } from './pull';

type Ids = (typeof commands)['compareFile' | 'compareRole' | 'pull' | 'newFile' | 'convert'];

/** Files held against what is live, made from it, or made new. */
export function fileCommands(planning: Planning): Readonly<Record<Ids, Handler>> {
  return {
    [commands.compareFile]: (argument) => compareFile(planning, argument),
    [commands.compareRole]: (row) => compareRole(planning, row),
    [commands.pull]: (argument) => pullCommand(planning, argument),
    [commands.newFile]: () => openNewFile(template),
    [commands.convert]: (argument) => convertFile(planning, argument),
  };
}
