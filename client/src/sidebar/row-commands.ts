import { env, l10n, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { type LiveRole, type RoleRef, shortSid } from '../../../core/src';
import type { App } from '../app';
import type { Handler } from '../command';
import { locateRole } from '../files/locate-role';
import { commands } from '../ids';
import type { ServiceKey } from '../live/store';
import type { VirtualDocuments } from '../plan/documents';
import { fileFor } from '../plan/file-for';
import { rowsOfCommand } from './arguments';
import { consoleUrl } from './console';
import type { TreeNode } from './node';
import { isMissingRoleNode, type MissingRoleNode } from './nodes/missing-role';
import { isRoleNode, type RoleNode } from './nodes/role';
import { isServiceNode, type ServiceNode } from './nodes/service';
import { isUserNode, type UserNode } from './nodes/user';
import type { ServicesView } from './services-view';

type Ids =
  | typeof commands.copySid
  | typeof commands.openInConsole
  | typeof commands.showAsJson
  | typeof commands.revealInFile;

type Thing = ServiceNode | RoleNode | UserNode;
const isThing = (node: unknown): node is Thing => isServiceNode(node) || isRoleNode(node) || isUserNode(node);
type Definition = RoleNode | MissingRoleNode;
const isDefinition = (node: unknown): node is Definition => isRoleNode(node) || isMissingRoleNode(node);

/** Commands on the rows of the Services view that look and don't change. */
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
  };
}

/** Opens the file that the service is deployed from, at the role. */
export async function revealInFile(app: App, key: ServiceKey, role: RoleRef): Promise<void> {
  const { service } = await app.live.service(key).connection.get();
  const found = fileFor(await app.files.list(), key, service.isDefault);
  const span = found && locateRole(found.file.document, role);
  if (!found || !span) {
    void window.showInformationMessage(
      found
        ? l10n.t('{0} has no role “{1}”.', workspace.asRelativePath(found.file.uri), role.friendlyName)
        : l10n.t('No roles.yaml of this workspace names the service {0}.', key.sid),
    );
    return;
  }
  const editor = await window.showTextDocument(found.file.uri);
  const [start, end] = [editor.document.positionAt(span.start), editor.document.positionAt(span.end)];
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
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
