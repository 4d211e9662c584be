import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LanguageSession, modernClient } from '../support/language-session';

const folder = new URL('../fixtures/foreign/', import.meta.url);
const fixtures = readdirSync(folder);

describe('a file of another tool', () => {
  it('is there in a dozen shapes', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(12);
  });

  it.each(fixtures)('gets nothing at all: %s', async (name) => {
    await using session = await LanguageSession.start({
      capabilities: modernClient,
      options: { codeLens: true },
    });
    const uri = `file:///project/${name}`;
    const text = readFileSync(new URL(name, folder), 'utf8');
    await session.open(text, uri);
    const answers = await Promise.all(
      [...positions(text)].flatMap((position) => [
        session.ask('textDocument/completion', { position }, uri),
        session.ask('textDocument/hover', { position }, uri),
        session.ask('textDocument/definition', { position }, uri),
        session.ask('textDocument/references', { position, context: { includeDeclaration: true } }, uri),
        session.ask('textDocument/documentHighlight', { position }, uri),
        session.ask('textDocument/prepareRename', { position }, uri),
      ]),
    );
    expect(answers.filter((answer) => answer !== null && (answer as unknown[]).length !== 0)).toEqual([]);
    expect(await session.pull(uri)).toEqual([]);
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
      expect((await session.ask(`textDocument/${method}`, {}, uri)) ?? []).toEqual([]);
    }
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    expect((await session.ask('textDocument/inlayHint', { range }, uri)) ?? []).toEqual([]);
    expect(await session.ask('textDocument/semanticTokens/range', { range }, uri)).toMatchObject({
      data: [],
    });
    const context = { diagnostics: [], triggerKind: 1 };
    expect((await session.ask('textDocument/codeAction', { range, context }, uri)) ?? []).toEqual([]);
  });
});

/** A place on each of the first lines: its beginning and its end. */
function* positions(text: string): Iterable<{ readonly line: number; readonly character: number }> {
  for (const [line, content] of text.split('\n').slice(0, 12).entries()) {
    yield { line, character: content.length - content.trimStart().length };
    yield { line, character: content.length };
  }
}
