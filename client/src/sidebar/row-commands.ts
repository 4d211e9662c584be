import { env, Uri, window, workspace } from 'vscode';
import { type LiveRole, type RoleRef, shortSid } from '../../../core/src';
import type { App } from '../app';
import type { Handler } from '../command';
import { commands } from '../ids';
import type { VirtualDocuments } from '../plan/documents';
import { addToFile } from './add-to-file';
import { rowsOfCommand } from './arguments';
import { consoleUrl } from './console';
import type { TreeNode } from './node';
import { isMissingRoleNode, type MissingRoleNode } from './nodes/missing-role';
import { isRoleNode, type RoleNode } from './nodes/role';
import { isServiceNode, type ServiceNode } from './nodes/service';
import { isUserNode, type UserNode } from './nodes/user';
import { revealInFile } from './reveal-in-file';
import type { ServicesView } from './services-view';

type Ids =
  | typeof commands.copySid
  | typeof commands.openInConsole
  | typeof commands.showAsJson
  | typeof commands.revealInFile
  | typeof commands.addToFile;

type Thing = ServiceNode | RoleNode | UserNode;
const isThing = (node: unknown): node is Thing => isServiceNode(node) || isRoleNode(node) || isUserNode(node);
type Definition = RoleNode | MissingRoleNode;
const isDefinition = (node: unknown): node is Definition => isRoleNode(node) || isMissingRoleNode(node);

/** Commands on the rows of the Services view that change nothing but a file in the editor. */
export function rowCommands(
  app: App,
  services: ServicesView,
  documents: VirtualDocuments,
): Readonly<Record<Ids, Handler>> {
  const rows = <T extends TreeNode>(args: readonly unknown[], isWanted: (node: unknown) => node is T) =>
    rowsOfCommand(args, isWanted, services.view);
  return {
    [commands.copySid]: async (...args) => {
      const sids = rows(args, isThing).map(sidOf);
      if (sids.length > 0) await env.clipboard.writeText(sids.join('\n'));
    },
    [commands.openInConsole]: async (...args) => {
      const [row] = rows(args, isThing);
      if (row) await env.openExternal(Uri.parse(consoleUrl(row.key.sid)));
    },
    [commands.showAsJson]: async (...args) => {
      for (const row of rows(args, isThing)) {
        const text = JSON.stringify(liveOf(row), undefined, 2);
        const uri = documents.put(['live', shortSid(row.key.sid), `${nameOf(row)}.json`], `${text}\n`);
        await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
      }
    },
    [commands.revealInFile]: async (...args) => {
      const [row] = rows(args, isDefinition);
      if (row) await revealInFile(app, row.key, refOf(row));
    },
    [commands.addToFile]: async (...args) => {
      const chosen = rows(args, isRoleNode);
      const [first] = chosen;
      // A selection may span services, and each has a file of its own.
      if (first)
        await addToFile(
          app,
          first.key,
          chosen.filter(({ key }) => key.sid === first.key.sid),
        );
    },
  };
}

function refOf(row: Definition): RoleRef {
  const { friendlyName, type } = row.role;
  return row.kind === 'role' ? { friendlyName, type, sid: row.role.sid } : { friendlyName, type };
}

function liveOf(row: Thing): ServiceNode['service'] | LiveRole | UserNode['user'] {
  if (row.kind === 'service') return row.service;
  return row.kind === 'role' ? row.role : row.user;
}

function sidOf(row: Thing): string {
  return liveOf(row).sid;
}

function nameOf(row: Thing): string {
  if (row.kind === 'user') return row.user.identity;
  const { friendlyName, sid } = row.kind === 'service' ? row.service : row.role;
  return friendlyName || sid;
}
