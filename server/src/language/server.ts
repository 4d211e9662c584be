import type { Connection } from 'vscode-languageserver';
import { codeActions } from './code-actions';
import { completion } from './completion';
import { diagnostics } from './diagnostics';
import { hover } from './hover';
import type { InitializationOptions } from './protocol';
import { type Feature, Session } from './session';
import { synchronization } from './synchronization';

const features: readonly Feature[] = [synchronization, diagnostics, completion, hover, codeActions];

/** Serves one client until the connection ends. `defaults` are for what the client doesn't say of itself. */
export function serve(connection: Connection, defaults: InitializationOptions = {}): void {
  connection.onInitialize(({ capabilities: client, initializationOptions }) => {
    const session = new Session(connection, client, { ...defaults, ...initializationOptions });
    const capabilities = Object.assign({}, ...features.map((feature) => feature(session)));
    return { capabilities, serverInfo: { name: 'twilio-roles' } };
  });
  connection.listen();
}
