import type {
  DocumentHighlight,
  Location,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { renamable, rename } from '../../../core/src/language/rename';
import { occurrences, roleNameAt } from '../../../core/src/language/role-name';
import type { Span } from '../../../core/src/span';
import { toOffset, toRange, toTextEdit } from './convert';
import { DocumentHighlightKind, ErrorCodes, ResponseError } from './lsp';
import type { RolesFile } from './open-files';
import type { Feature, Session } from './session';

/** From a role's name to its entry, to whoever refers to it, and to another name; from an alias to its anchor. */
export const navigation: Feature = (session) => {
  const { connection, client } = session;
  connection.onDefinition((params) => {
    const found = occurrencesAt(session, params);
    // Another YAML server leads to anchors as well; an editor would show both.
    if (!found || (found.isAnchor && session.yamlServer)) return null;
    return found.own.map((span) => location(found.file, span));
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

/** Where a thing is declared, and where it is referred to. */
interface Occurrences {
  readonly file: RolesFile;
  readonly own: readonly Span[];
  readonly references: readonly Span[];
  readonly isAnchor?: boolean;
}

function occurrencesAt(
  { files }: Session,
  { textDocument, position }: TextDocumentPositionParams,
): Occurrences | undefined {
  const file = files.get(textDocument.uri);
  if (!file) return undefined;
  const offset = toOffset(file, position);
  const uses = file.document.anchorUsesAt(offset);
  if (uses) return { file, own: [uses.anchor], references: uses.aliases, isAnchor: true };
  const role = roleNameAt(file.document, offset);
  return role && { file, ...occurrences(file.document, role) };
}

function location(file: RolesFile, span: Span): Location {
  return { uri: file.uri, range: toRange(file, span) };
}
