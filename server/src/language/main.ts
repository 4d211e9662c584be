/** The language server in Node: over the channel that the command line names, `--stdio` or `--node-ipc`. */
import { createConnection } from 'vscode-languageserver/node';
import { rulesPageBeside } from './rules-page';
import { serve } from './server';

serve(createConnection(), { rulesPage: rulesPageBeside(__filename) });
