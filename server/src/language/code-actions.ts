import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { DiagnosticData } from './convert';
import type { Feature } from './session';

export const codeActions: Feature = (session) => {
  session.connection.onCodeAction(({ textDocument: { uri }, context }) => {
    const file = session.files.get(uri);
    if (!file) return [];
    return context.diagnostics.flatMap((diagnostic) => quickFixes(uri, diagnostic));
  });
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
};

/** All that a fix needs came with the diagnostic. */
function quickFixes(uri: string, diagnostic: Diagnostic): CodeAction[] {
  const { fixes = [] } = (diagnostic.data ?? {}) as Partial<DiagnosticData>;
  return fixes.map(({ title, preferred, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: { changes: { [uri]: [...edits] } },
  }));
}
