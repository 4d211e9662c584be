import { Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** What a first file looks like: small, valid, and without a service until somebody fills one in. */
export const template = `# twilio-roles
product: conversations

# Where it is deployed: an IS SID, or "default" for the account's default conversation service.
# Without it, a deploy asks.
# service: default

roles:
  - friendlyName: Agent
    type: service
    permissions:
      - createConversation
      - joinConversation
      - addParticipant

  - friendlyName: Member
    type: conversation
    permissions:
      - sendMessage
      - editOwnMessage
      - leaveConversation

# The roles that users and participants get who are added without one.
# defaults:
#   user: Agent
#   participant: Member
#   creator: Member
`;

/** Opens a new file with this text, `roles.yaml` where that is free. It is written when the person saves it. */
export async function openNewFile(text: string, service?: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: text }));
    return;
  }
  const uri = await freeName(folder.uri, service);
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** `roles.yaml`, then `support.roles.yaml`, then `2.roles.yaml` and so on: neither on disk nor in an editor. */
async function freeName(folder: Uri, service: string | undefined): Promise<Uri> {
  const slug = service
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  for (let count = 0; ; count += 1) {
    const prefix = count === 0 ? '' : count === 1 ? (slug ?? '') : String(count);
    if (count === 1 && !slug) continue;
    const uri = Uri.joinPath(folder, prefix ? `${prefix}.roles.yaml` : 'roles.yaml');
    const untitled = uri.with({ scheme: 'untitled' });
    const open = workspace.textDocuments.some((document) => document.uri.toString() === untitled.toString());
    const onDisk = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!open && !onDisk) return untitled;
  }
}
