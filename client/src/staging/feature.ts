import type { Handler } from '../command';
import { commands } from '../ids';
import type { Planning } from '../plan/planning';
import { setDefault } from './default-edits';
import { createRole, deleteRole, duplicateRole, editPermissions, renameRole } from './role-edits';
import { assignRole, deleteUser, editAttributes, renameUser } from './user-edits';

type Ids = (typeof commands)[
  | 'assignRole'
  | 'editPermissions'
  | 'createRole'
  | 'duplicateRole'
  | 'renameRole'
  | 'deleteRole'
  | 'renameUser'
  | 'editAttributes'
  | 'deleteUser'
  | 'setDefault'];

/** Edits from the tree: each is staged into the plan, and nothing is written. */
export function stagingCommands(planning: Planning): Readonly<Record<Ids, Handler>> {
  return {
    [commands.assignRole]: (...args) => assignRole(planning, args),
    [commands.editPermissions]: (row) => editPermissions(planning, row),
    [commands.createRole]: (row) => createRole(planning, row),
    [commands.duplicateRole]: (row) => duplicateRole(planning, row),
    [commands.renameRole]: (row) => renameRole(planning, row),
    [commands.deleteRole]: (row) => deleteRole(planning, row),
    [commands.renameUser]: (...args) => renameUser(planning, args),
    [commands.editAttributes]: (...args) => editAttributes(planning, args),
    [commands.deleteUser]: (...args) => deleteUser(planning, args),
    [commands.setDefault]: (row) => setDefault(planning, row),
  };
}
