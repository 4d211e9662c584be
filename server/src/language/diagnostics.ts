import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { check } from '../../../core/src/check';
import { afterChanges } from './after-changes';
import { toDiagnostic } from './convert';
import { DocumentDiagnosticReportKind } from './lsp';
import type { RolesFile } from './open-files';
import type { Settings } from './protocol';
import type { Feature, Session } from './session';
import { checkOptions } from './settings';

const full = DocumentDiagnosticReportKind.Full;
const unchanged = DocumentDiagnosticReportKind.Unchanged;

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
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => ({
    items: await reportAll(session, new Map(previousResultIds.map(({ uri, value }) => [uri, value]))),
  }));
  if (client.workspace?.diagnostics?.refreshSupport) {
    session.onChange(() => session.inBackground(connection.languages.diagnostics.refresh()));
  }
  return {
    diagnosticProvider: {
      identifier: 'twilio-roles',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    },
  };
};

/** A report for every file, open or not, and an empty one for each that is gone. */
async function reportAll(
  session: Session,
  previous: ReadonlyMap<string, string>,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const files = [...session.files, ...(await session.closedFiles.all())];
  const known = new Set(files.map(({ uri }) => uri));
  const gone = [...previous.keys()].filter((uri) => !known.has(uri));
  const reports = files.map(async (file) => {
    const own = await report(session, file, previous.get(file.uri));
    return { ...own, uri: file.uri, version: file.version ?? null };
  });
  return [
    ...(await Promise.all(reports)),
    ...gone.map((uri): WorkspaceDocumentDiagnosticReport => ({ kind: full, items: [], uri, version: null })),
  ];
}

/** The diagnostics of a file as it is now, or that they are as they were at `previousResultId`. */
async function report(
  session: Session,
  file: RolesFile | undefined,
  previousResultId: string | undefined,
): Promise<FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> {
  if (!file) return { kind: full, items: [] };
  const settings = await session.settings.get();
  const resultId = `${file.revision}.${session.generation}`;
  if (resultId === previousResultId) return { kind: unchanged, resultId };
  return { kind: full, resultId, items: diagnose(session, settings, file) };
}

function diagnose(session: Session, settings: Settings, file: RolesFile): Diagnostic[] {
  const options = { ...checkOptions(settings, session.yamlServer), live: session.live };
  const problems = check(file.document, options);
  return problems.map((problem) => toDiagnostic(file, problem, session.options.rulesPage));
}

function push(session: Session): void {
  const { connection, files } = session;
  const publish = async (uris: readonly string[]): Promise<void> => {
    const settings = await session.settings.get();
    for (const uri of uris) {
      const file = files.get(uri);
      const diagnostics = file ? diagnose(session, settings, file) : [];
      await connection.sendDiagnostics({ uri, diagnostics, ...(file?.version && { version: file.version }) });
    }
  };
  const changed = afterChanges((uris) => session.inBackground(publish(uris)));
  files.onChange(changed);
  session.onChange(() => {
    for (const { uri } of files) changed(uri);
  });
}
