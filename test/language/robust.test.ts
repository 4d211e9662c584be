import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { parseDocument } from '../../core/src';
import { complete } from '../../core/src/language/completion';
import { folding } from '../../core/src/language/folding';
import { hover } from '../../core/src/language/hover';
import { lenses } from '../../core/src/language/lenses';
import { links } from '../../core/src/language/links';
import { noLiveNames } from '../../core/src/language/live-names';
import { rename } from '../../core/src/language/rename';
import { selection } from '../../core/src/language/selection';
import { semanticTokens } from '../../core/src/language/semantic-tokens';
import { documentSymbols } from '../../core/src/language/symbols';
import { toPosition } from '../../server/src/language/convert';
import { LineIndex } from '../../server/src/language/line-index';
import { LanguageSession, modernClient } from '../support/language-session';
import { nastyEdit, nastyText } from '../support/nasty-text';

/** What is quadratic takes minutes on these; what isn't, well under a second on an idle machine. */
const quadratic = 60_000;

const huge: Readonly<Record<string, string>> = {
  'a scalar of 1 MB': `roles:\n  - friendlyName: ${'x'.repeat(1_000_000)}`,
  '1 MB of blanks before a colon': `roles:\n  - friendlyName${' '.repeat(1_000_000)}: A`,
  'a flow list of 1 MB': `roles:\n  - permissions: [${'sendMessage, '.repeat(80_000)}`,
  '20 000 keys': `roles:\n  - friendlyName: A\n${Array.from({ length: 20_000 }, (_, n) => `    key${n}: 1\n`).join('')}`,
  'brackets 10 000 deep': `roles: ${'['.repeat(10_000)}`,
  'blocks 2 000 deep': Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
  '30 000 anchors': `roles:\n  - permissions:\n${'      - &a sendMessage\n'.repeat(30_000)}`,
  '50 000 open quotes': `roles:\n${'  "a\n'.repeat(50_000)}`,
};

describe('every feature', () => {
  it('answers without failing, in whatever text, at any place', () => {
    fc.assert(
      fc.property(nastyText, fc.nat(), (text, at) => {
        const document = parseDocument(text);
        const offset = at % (text.length + 1);
        for (const { span } of complete(document, offset)) expect(span.start).toBeLessThanOrEqual(span.end);
        hover(document, offset);
        rename(document, offset, 'New');
        const spans = [
          ...selection(document, offset),
          ...documentSymbols(document),
          ...links(document),
          ...lenses(document, noLiveNames),
          ...semanticTokens(document, { start: 0, end: text.length }),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        folding(text, 5000);
      }),
      {
        // A list whose own key can't be read, and which is there again below.
        examples: [['users:\n    permissions: &a &b [x]\n  - identity: alice\n    role: Agent\nusers:', 0]],
      },
    );
  });

  it.each(Object.entries(huge))('comes to an end with %s', { timeout: quadratic }, (_, text) => {
    const document = parseDocument(text);
    expect(documentSymbols(document).length).toBeLessThan(10_000);
    complete(document, text.length);
    complete(document, Math.floor(text.length / 2));
    hover(document, Math.floor(text.length / 2));
    selection(document, text.length - 1);
    links(document);
    folding(text, 5000);
  });
});

describe('the server', () => {
  it('says after any edits what it would say of the text from the start', async () => {
    await using edited = await LanguageSession.start({ capabilities: modernClient });
    await using fresh = await LanguageSession.start({ capabilities: modernClient });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        nastyText,
        fc.array(nastyEdit, { minLength: 1, maxLength: 4 }),
        async (first, edits) => {
          const uri = `file:///${count++}/roles.yaml`;
          await edited.open(first, uri);
          let text = first;
          for (const edit of edits) {
            const { newText, ...span } = edit(text);
            const start = beforeLineEnd(text, span.start);
            const end = beforeLineEnd(text, span.end);
            const file = { lines: new LineIndex(text) };
            await edited.change(
              [{ range: { start: toPosition(file, start), end: toPosition(file, end) }, text: newText }],
              uri,
            );
            text = text.slice(0, start) + newText + text.slice(end);
          }
          await fresh.open(text, uri);
          const [one, other]: Diagnostic[][] = await Promise.all([edited.pull(uri), fresh.pull(uri)]);
          expect(one?.map(withoutRevision)).toEqual(other?.map(withoutRevision));
          await edited.close(uri);
          await fresh.close(uri);
        },
      ),
    );
  });
});

/** No position of the protocol is inside of "\r\n". */
function beforeLineEnd(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

/** A server counts the texts that it has seen, and the two have seen different ones. */
function withoutRevision({ data, ...diagnostic }: Diagnostic): object {
  return { ...diagnostic, fixes: data?.fixes };
}
