import type { CodeLens, Command } from 'vscode-languageserver';
import { type Drift, drift } from '../../../core/src/language/drift';
import { type Lens, lenses } from '../../../core/src/language/lenses';
import { toRange } from './convert';
import { CodeLensRefreshRequest } from './lsp';
import { lensCommands } from './protocol';
import type { Feature, Session } from './session';

/** What finds the way back from a lens that is in sight to what it tells of. */
interface StatusData {
  readonly uri: string;
  readonly service?: string;
}

/** Plan, Deploy and what is live, for clients that have the commands. */
export const codeLens: Feature = (session) => {
  const { connection, client, options, files } = session;
  if (!options.codeLens) return {};
  connection.onCodeLens(({ textDocument: { uri } }) => {
    const file = files.get(uri);
    if (!file) return null;
    return lenses(file.document, session.names).map((lens): CodeLens => {
      const range = toRange(file, lens);
      const command = commandOf(uri, lens);
      return command ? { range, command } : { range, data: statusData(uri, lens) };
    });
  });
  connection.onCodeLensResolve((lens) => ({
    ...lens,
    command: statusCommand(session, lens.data as StatusData),
  }));
  if (client.workspace?.codeLens?.refreshSupport) {
    session.onChange(() => session.inBackground(connection.sendRequest(CodeLensRefreshRequest.type)));
  }
  return { codeLensProvider: { resolveProvider: true } };
};

function commandOf(uri: string, lens: Lens): Command | undefined {
  switch (lens.kind) {
    case 'plan':
      return command('Plan', lensCommands.plan, uri, lens.service);
    case 'deploy':
      return command('Deploy', lensCommands.deploy, uri, lens.service);
    case 'users':
      // An empty command is a lens that only tells.
      return { title: `${lens.users} live user${lens.users === 1 ? '' : 's'}`, command: '' };
    case 'status':
      return undefined;
  }
}

function statusData(uri: string, lens: Lens): StatusData {
  return { uri, ...('service' in lens && { service: lens.service }) };
}

function statusCommand(session: Session, { uri, service }: StatusData): Command {
  const file = session.files.get(uri);
  const found = file && drift(file.document, session.names, service);
  return command(statusTitle(found), lensCommands.plan, uri, service);
}

function statusTitle(found: Drift | undefined): string {
  if (!found) return 'Nothing to compare';
  const { changes, errors } = found;
  if (errors > 0) return `${errors} conflict${errors === 1 ? '' : 's'} with what is live`;
  return changes === 0 ? 'Roles in sync' : `${changes} change${changes === 1 ? '' : 's'} to roles`;
}

function command(title: string, name: string, uri: string, service: string | undefined): Command {
  return { title, command: name, arguments: service === undefined ? [uri] : [uri, service] };
}
