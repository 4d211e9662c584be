import { createConnection } from 'vscode-languageserver/node';
import { serve as serveOn } from './server';

/** Serves one client on stdin and stdout. The process ends with the connection. */
export function serve(): Promise<never> {
  serveOn(createConnection(process.stdin, process.stdout));
  return new Promise(() => {});
}
