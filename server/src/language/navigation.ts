import type {
  DocumentHighlight,
  Location,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { renamable, rename } from '../../../core/src/language/rename';
import { declarations, nameSpan, occurrences, roleNameAt } from '../../../core/src/language/role-name';
import type { Span } from '../../../core/src/span';
import { toOffset, toRange, toTextEdit } from './convert';
import { DocumentHighlightKind, ErrorCodes, ResponseError } from './lsp';
import type { RolesFile } from './open-files';
import type { Feature, Session } from './session';

/** From a role's name to its entry, to whoever refers to it, and to another name. */
export const navigation: Feature = (session) => {
  const { connection, client } = session;
  connection.onDefinition((params) => {
    const found = roleAt(session, params);
    return found
      ? declarations(found.file.document, found.role).map((block) => location(found.file, nameSpan(block)))
      : null;
  });
  connection.onReferences((params) => {
    const found = occurrencesAt(session, params);
    if (!found) return null;
    const { file, own, references } = found;
    const { includeDeclaration } = (params as ReferenceParams).context;
    return [...(includeDeclaration ? own : []), ...references].map((span) => location(file, span));
  });
  connection.onDocumentHighlight((params): DocumentHighlight[] | null => {
    const found = occurrencesAt(session, params);
    if (!found) return null;
    const { file, own, references } = found;
    return [
      ...own.map((span) => ({ range: toRange(file, span), kind: DocumentHighlightKind.Write })),
      ...references.map((span) => ({ range: toRange(file, span), kind: DocumentHighlightKind.Read })),
    ];
  });
  connection.onPrepareRename(({ textDocument, position }) => {
    const file = session.files.get(textDocument.uri);
    const found = file && renamable(file.document, toOffset(file, position));
    return found ? { range: toRange(file, found.span), placeholder: found.name } : null;
  });
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const file = session.files.get(uri);
    if (!file) return null;
    const result = rename(file.document, toOffset(file, position), newName, session.names);
    if ('refusal' in result) return new ResponseError(ErrorCodes.InvalidParams, result.refusal);
    return { changes: { [uri]: result.edits.map((edit) => toTextEdit(file, edit)) } };
  });
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  };
};

function roleAt({ files }: Session, { textDocument, position }: TextDocumentPositionParams) {
  const file = files.get(textDocument.uri);
  const role = file && roleNameAt(file.document, toOffset(file, position));
  return role && { file, role };
}

function occurrencesAt(session: Session, params: TextDocumentPositionParams) {
  const found = roleAt(session, params);
  return found && { file: found.file, ...occurrences(found.file.document, found.role) };
}

function location(file: RolesFile, span: Span): Location {
  return { uri: file.uri, range: toRange(file, span) };
}
