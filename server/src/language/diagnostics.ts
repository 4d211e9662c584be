import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { check } from '../../../core/src/check';
import { afterChanges } from './after-changes';
import { toDiagnostic } from './convert';
import type { RolesFile } from './open-files';
import type { Settings } from './protocol';
import type { Feature, Session } from './session';
import { severitiesOf } from './settings';

/** Diagnostics, fetched by clients that can and pushed to the others. */
export const diagnostics: Feature = (session) => {
  if (!session.client.textDocument?.diagnostic) {
    push(session);
    return {};
  }
  const { connection, client } = session;
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) =>
    report(session, session.files.get(uri), previousResultId),
  );
  if (client.workspace?.diagnostics?.refreshSupport) {
    session.onChange(() => void connection.languages.diagnostics.refresh());
  }
  return {
    diagnosticProvider: {
      identifier: 'twilio-roles',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    },
  };
};

/** The diagnostics of a file as it is now, or that they are as they were at `previousResultId`. */
async function report(
  session: Session,
  file: RolesFile | undefined,
  previousResultId: string | undefined,
): Promise<DocumentDiagnosticReport> {
  if (!file) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const settings = await session.settings.get();
  const resultId = `${file.revision}.${session.generation}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnose(session, settings, file) };
}

function diagnose(session: Session, settings: Settings, file: RolesFile): Diagnostic[] {
  const severities = severitiesOf(settings, session.yamlServer);
  const problems = check(file.document, { severities, live: session.live });
  return problems.map((problem) => toDiagnostic(file, problem, session.options.rulesPage));
}

function push(session: Session): void {
  const { connection, files } = session;
  const publish = async (uris: readonly string[]): Promise<void> => {
    const settings = await session.settings.get();
    for (const uri of uris) {
      const file = files.get(uri);
      const diagnostics = file ? diagnose(session, settings, file) : [];
      void connection.sendDiagnostics({ uri, diagnostics, ...(file?.version && { version: file.version }) });
    }
  };
  const changed = afterChanges((uris) => void publish(uris));
  files.onChange(changed);
  session.onChange(() => {
    for (const { uri } of files) changed(uri);
  });
}
