/**
 * What is used of the LSP library at run time. A bundle copies all names of a CommonJS module for each file that
 * imports one of them, some 600 names a copy, while somebody waits for the first diagnostics: one file does.
 */
export {
  CodeActionKind,
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  FoldingRangeKind,
  InlayHintKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  ResponseError,
  SemanticTokenModifiers,
  SemanticTokensBuilder,
  SemanticTokenTypes,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
