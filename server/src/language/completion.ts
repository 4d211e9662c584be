import type { CompletionItem } from 'vscode-languageserver';
import { complete } from '../../../core/src/language/completion';
import type { Completion } from '../../../core/src/language/completion-item';
import { isWithin } from '../../../core/src/language/letters';
import { plainText } from '../../../core/src/language/snippets';
import { toOffset, toTextEdit } from './convert';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode, MarkupKind } from './lsp';
import type { RolesFile } from './open-files';
import type { Feature } from './session';

/** More than a person looks through. */
const mostItems = 500;

export const completion: Feature = (session) => {
  const { connection, client, files } = session;
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport ?? false;
  connection.onCompletion(({ textDocument, position }) => {
    const file = files.get(textDocument.uri);
    if (!file) return [];
    const offset = toOffset(file, position);
    const found = complete(file.document, offset, session.names);
    const all = snippets ? found : found.flatMap(withoutSnippet);
    if (all.length <= mostItems) return all.map((item) => toItem(file, item));
    // With thousands of roles, the client asks again with each letter rather than getting them all.
    const fitting = all.filter((item) => fits(file.document.slice(item.span.start, offset), item));
    return { isIncomplete: true, items: fitting.slice(0, mostItems).map((item) => toItem(file, item)) };
  });
  return { completionProvider: { triggerCharacters: [' ', '"', "'", '[', ',', '*'] } };
};

/** For clients without snippets: a key loses the places to type in, a template is left out. */
function withoutSnippet({ snippet, ...item }: Completion): Completion[] {
  if (!snippet) return [item];
  return item.kind === 'snippet' ? [] : [{ ...item, newText: plainText(item.newText) }];
}

function fits(typed: string, { label, filter = label }: Completion): boolean {
  return isWithin(typed, filter);
}

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
