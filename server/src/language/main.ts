/** The language server in Node: over the channel that the command line names, `--stdio` or `--node-ipc`. */
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server';

/** docs/rules.md stands beside the folder that this bundle is in. Only its address is made here; nobody reads it. */
const rulesPage = new URL(
  '../docs/rules.md',
  `file://${encodeURI(__filename).replace(/[?#]/g, encodeURIComponent)}`,
);

serve(createConnection(), { rulesPage: rulesPage.href });
