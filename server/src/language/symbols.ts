import type { DocumentSymbol, SymbolInformation, WorkspaceSymbol } from 'vscode-languageserver';
import { documentSymbols, findSymbols, type OutlineSymbol } from '../../../core/src/language/symbols';
import { toRange } from './convert';
import { SymbolKind } from './lsp';
import type { RolesFile } from './open-files';
import type { Feature } from './session';

/** A search shows a screenful. */
const mostFound = 200;

/** The outline of a file, and roles and users by name in all of them. */
export const symbols: Feature = (session) => {
  const { connection, client, files } = session;
  const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const file = files.get(uri);
    if (!file) return null;
    const outline = documentSymbols(file.document);
    return isTree
      ? outline.map((symbol) => toSymbol(file, symbol))
      : outline.flatMap((symbol) => flat(file, symbol));
  });
  connection.onWorkspaceSymbol(async ({ query }): Promise<WorkspaceSymbol[]> => {
    const found: WorkspaceSymbol[] = [];
    for (const file of [...files, ...(await session.closedFiles.all())]) {
      const symbols = findSymbols(file.document, query, mostFound - found.length);
      found.push(...symbols.map((symbol) => information(file, symbol)));
    }
    return found;
  });
  return { documentSymbolProvider: true, workspaceSymbolProvider: true };
};

function toSymbol(file: RolesFile, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    kind: kinds[symbol.kind],
    range: toRange(file, symbol),
    selectionRange: toRange(file, symbol.selection),
    ...(symbol.detail && { detail: symbol.detail }),
    ...(symbol.children && { children: symbol.children.map((child) => toSymbol(file, child)) }),
  };
}

/** For clients that take no tree. */
function flat(file: RolesFile, symbol: OutlineSymbol): SymbolInformation[] {
  return [information(file, symbol), ...(symbol.children ?? []).flatMap((child) => flat(file, child))];
}

function information(file: RolesFile, symbol: OutlineSymbol): SymbolInformation {
  return {
    name: symbol.name,
    kind: kinds[symbol.kind],
    location: { uri: file.uri, range: toRange(file, symbol) },
    ...(symbol.detail && { containerName: symbol.detail }),
  };
}

const kinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  service: SymbolKind.Module,
  role: SymbolKind.Class,
  user: SymbolKind.Object,
  default: SymbolKind.Constant,
};
