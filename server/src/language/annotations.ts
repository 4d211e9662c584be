import { inlayHints } from '../../../core/src/language/inlay-hints';
import { links } from '../../../core/src/language/links';
import { toPosition, toRange, toSpan } from './convert';
import { InlayHintKind } from './lsp';
import type { Feature } from './session';

/** What is shown beside the text: live names after SIDs, and links. */
export const annotations: Feature = (session) => {
  const { connection, client, files } = session;
  connection.onDocumentLinks(({ textDocument }) => {
    const file = files.get(textDocument.uri);
    if (!file) return null;
    return links(file.document).map((link) => ({
      range: toRange(file, link),
      target: link.target,
      tooltip: link.tooltip,
    }));
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    if (!(await session.settings.get()).inlayHints) return null;
    const file = files.get(textDocument.uri);
    if (!file) return null;
    return inlayHints(file.document, toSpan(file, range), session.names).map(({ offset, text }) => ({
      position: toPosition(file, offset),
      label: text,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
  });
  if (client.workspace?.inlayHint?.refreshSupport) {
    session.onChange(() => session.inBackground(connection.languages.inlayHint.refresh()));
  }
  return { documentLinkProvider: { resolveProvider: false }, inlayHintProvider: true };
};
