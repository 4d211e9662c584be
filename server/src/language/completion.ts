import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion, complete } from '../../../core/src/language/completion';
import { toOffset, toTextEdit } from './convert';
import type { RolesFile } from './open-files';
import type { Feature } from './session';

export const completion: Feature = (session) => {
  const { connection, client, files } = session;
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport ?? false;
  connection.onCompletion(({ textDocument, position }) => {
    const file = files.get(textDocument.uri);
    if (!file) return [];
    return complete(file.document, toOffset(file, position), session.names)
      .filter(({ snippet }) => snippets || !snippet)
      .map((item) => toItem(file, item));
  });
  return { completionProvider: { triggerCharacters: [' ', '"', "'", '[', ',', '*'] } };
};

function toItem(file: RolesFile, item: Completion): CompletionItem {
  const { label, kind, detail, documentation, span, newText, snippet, filter, sort, deprecated } = item;
  return {
    label,
    kind: kinds[kind],
    textEdit: toTextEdit(file, { ...span, newText }),
    // Lines after the first are indented as they have to be.
    insertTextMode: InsertTextMode.asIs,
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(detail && { labelDetails: { description: detail } }),
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(filter !== undefined && { filterText: filter }),
    ...(sort !== undefined && { sortText: sort }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
  };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  permission: CompletionItemKind.EnumMember,
  'role-type': CompletionItemKind.Enum,
  role: CompletionItemKind.Class,
  user: CompletionItemKind.Text,
  sid: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
  anchor: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};
