import { type SemanticToken, semanticTokens as tokensOf } from '../../../core/src/language/semantic-tokens';
import { toPosition, toSpan } from './convert';
import { SemanticTokenModifiers, SemanticTokensBuilder, SemanticTokenTypes } from './lsp';
import type { Feature } from './session';

const types = [SemanticTokenTypes.enumMember, SemanticTokenTypes.class, SemanticTokenTypes.enum];
const indices: Readonly<Record<SemanticToken['kind'], number>> = { permission: 0, role: 1, type: 2 };
const deprecated = 1;

/** Known permissions, types and roles, for the part of the file that is in sight. */
export const semanticTokens: Feature = (session) => {
  session.connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const file = session.files.get(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    if (!file) return builder.build();
    for (const token of tokensOf(file.document, toSpan(file, range))) {
      const { line, character } = toPosition(file, token.start);
      builder.push(
        line,
        character,
        token.end - token.start,
        indices[token.kind],
        token.status === 'doubtful' ? deprecated : 0,
      );
    }
    return builder.build();
  });
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: types, tokenModifiers: [SemanticTokenModifiers.deprecated] },
      range: true,
      full: false,
    },
  };
};
