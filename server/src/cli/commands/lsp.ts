import { createConnection } from 'vscode-languageserver/node';
import { rulesPageBeside } from '../../language/rules-page';
import { serve } from '../../language/server';

/** Serves an editor on stdin and stdout until it says goodbye or goes away. */
export function runLsp(): void {
  serve(createConnection(process.stdin, process.stdout), { rulesPage: rulesPageBeside(__filename) });
}
