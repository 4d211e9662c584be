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

/** Opens a new roles.yaml with this text. It is written when the person saves it. */
export async function openNewFile(text: string, name = 'roles'): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: text }));
    return;
  }
  const uri = (await freeName(folder.uri, name)).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(uri);
  if (document.getText() === '') {
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document);
}

/** `roles.yaml`, or `2.roles.yaml` and so on where that is taken. */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count += 1) {
    const uri = Uri.joinPath(folder, count === 1 ? `${name}.yaml` : `${count}.${name}.yaml`);
    const taken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!taken) return uri;
  }
}
