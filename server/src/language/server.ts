import type { Connection } from 'vscode-languageserver';
import { annotations } from './annotations';
import { codeActions } from './code-actions';
import { codeLens } from './code-lens';
import { completion } from './completion';
import { diagnostics } from './diagnostics';
import { hover } from './hover';
import { navigation } from './navigation';
import type { InitializationOptions } from './protocol';
import { semanticTokens } from './semantic-tokens';
import { type Feature, Session } from './session';
import { structure } from './structure';
import { symbols } from './symbols';
import { synchronization } from './synchronization';

const features: readonly Feature[] = [
  synchronization,
  diagnostics,
  completion,
  hover,
  codeActions,
  codeLens,
  navigation,
  symbols,
  structure,
  annotations,
  semanticTokens,
];

/** Serves one client until the connection ends. `defaults` are for what the client doesn't say of itself. */
export function serve(connection: Connection, defaults: InitializationOptions = {}): void {
  connection.onInitialize(({ capabilities: client, initializationOptions }) => {
    const session = new Session(connection, client, { ...defaults, ...initializationOptions });
    const capabilities = Object.assign({}, ...features.map((feature) => feature(session)));
    return { capabilities, serverInfo: { name: 'twilio-roles' } };
  });
  connection.listen();
}
