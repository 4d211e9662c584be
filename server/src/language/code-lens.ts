import type { CodeLens, Command } from 'vscode-languageserver';
import { type Drift, drift, type Unsound } from '../../../core/src/language/drift';
import { type Lens, lenses } from '../../../core/src/language/lenses';
import { many, type Say, translated } from '../../../core/src/plan/words';
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
  const say = translated(options.words);
  connection.onCodeLens(({ textDocument: { uri } }) => {
    const file = files.get(uri);
    if (!file) return null;
    return lenses(file.document, session.names).map((lens): CodeLens => {
      const range = toRange(file, lens);
      const command = commandOf(uri, lens, say);
      return command ? { range, command } : { range, data: statusData(uri, lens) };
    });
  });
  connection.onCodeLensResolve((lens) => ({
    ...lens,
    command: statusCommand(session, lens.data as StatusData, say),
  }));
  if (client.workspace?.codeLens?.refreshSupport) {
    session.onChange(() => session.inBackground(connection.sendRequest(CodeLensRefreshRequest.type)));
  }
  return { codeLensProvider: { resolveProvider: true } };
};

function commandOf(uri: string, lens: Lens, say: Say): Command | undefined {
  switch (lens.kind) {
    case 'plan':
      return command(say('Plan'), lensCommands.plan, uri, lens.service);
    case 'deploy':
      return command(say('Deploy'), lensCommands.deploy, uri, lens.service);
    case 'users':
      // An empty command is a lens that only tells.
      return { title: many(say, lens.users, '1 live user', '{0} live users'), command: '' };
    case 'status':
      return undefined;
  }
}

function statusData(uri: string, lens: Lens): StatusData {
  return { uri, ...('service' in lens && { service: lens.service }) };
}

function statusCommand(session: Session, { uri, service }: StatusData, say: Say): Command {
  const file = session.files.get(uri);
  const found = file && drift(file.document, session.names, service);
  return command(statusTitle(found, say), lensCommands.plan, uri, service);
}

function statusTitle(found: Drift | Unsound | undefined, say: Say): string {
  if (!found) return say('Nothing to compare');
  if ('problems' in found) return many(say, found.problems, '1 problem to mend', '{0} problems to mend');
  const { changes, errors } = found;
  if (errors > 0) return many(say, errors, '1 conflict with what is live', '{0} conflicts with what is live');
  return changes === 0
    ? say('Roles in sync')
    : many(say, changes, '1 change to roles', '{0} changes to roles');
}

function command(title: string, name: string, uri: string, service: string | undefined): Command {
  return { title, command: name, arguments: service === undefined ? [uri] : [uri, service] };
}
