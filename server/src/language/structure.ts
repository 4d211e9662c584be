import type { SelectionRange } from 'vscode-languageserver';
import { folding } from '../../../core/src/language/folding';
import { selection } from '../../../core/src/language/selection';
import { toOffset, toRange } from './convert';
import { FoldingRangeKind } from './lsp';
import type { Feature } from './session';

const mostFolds = 5000;

/** Folding and expanding the selection. */
export const structure: Feature = (session) => {
  const { connection, client, files } = session;
  const most = client.textDocument?.foldingRange?.rangeLimit ?? mostFolds;
  connection.onFoldingRanges(({ textDocument }) => {
    const file = files.get(textDocument.uri);
    if (!file) return null;
    return folding(file.document.text, most).map(({ startLine, endLine, kind }) => ({
      startLine,
      endLine,
      ...(kind && { kind: FoldingRangeKind.Comment }),
    }));
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const file = files.get(textDocument.uri);
    if (!file) return null;
    return positions.map((position): SelectionRange => {
      const spans = selection(file.document, toOffset(file, position));
      const widest = spans
        .toReversed()
        .reduce<SelectionRange | undefined>(
          (parent, span) => ({ range: toRange(file, span), ...(parent && { parent }) }),
          undefined,
        );
      return widest ?? { range: { start: position, end: position } };
    });
  });
  return { foldingRangeProvider: true, selectionRangeProvider: true };
};
