import { hover as explain } from '../../../core/src/language/hover';
import { toOffset, toRange } from './convert';
import { MarkupKind } from './lsp';
import type { Feature } from './session';

export const hover: Feature = (session) => {
  session.connection.onHover(({ textDocument, position }) => {
    const file = session.files.get(textDocument.uri);
    const found = file && explain(file.document, toOffset(file, position), session.names);
    if (!found) return null;
    return {
      range: toRange(file, found.span),
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
    };
  });
  return { hoverProvider: true };
};
