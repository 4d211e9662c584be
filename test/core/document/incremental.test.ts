import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, editDocument, parseDocument, type RolesDocument, toFile } from '../../../core/src';
import { nastyEdit, nastyText } from '../../support/nasty-text';

describe('editDocument', () => {
  it('comes to what reading the whole file comes to, whatever the text and the edits', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(nastyText, fc.array(nastyEdit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        let text = first;
        let document = parseDocument(text);
        check(document);
        for (const edit of edits) {
          const change = edit(text);
          text = text.slice(0, change.start) + change.newText + text.slice(change.end);
          document = editDocument(document, [change]);
          const whole = parseDocument(text);
          expect(document.text).toBe(text);
          expect(inTheFile(document)).toEqual(inTheFile(whole));
          expect(check(document)).toEqual(check(whole));
          expect(indexed(document)).toEqual(indexed(whole));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });
});

/** Everything a document says of its blocks, with places in the file. */
function inTheFile(document: RolesDocument): unknown {
  return document.blocks.map((block) => ({
    start: block.start,
    stretches: block.stretches,
    text: block.text,
    entry: block.entry,
    syntax: block.syntax.map((finding) => ({ ...finding, ...toFile(block, finding) })),
    duplicateKeys: block.duplicateKeys,
  }));
}

function indexed({ index }: RolesDocument): unknown {
  const tables = [
    index.roles,
    index.rolesByScope.service,
    index.rolesByScope.conversation,
    index.rolesBySid,
    index.users,
    index.usersBySid,
    index.usersByRole,
    index.usersByRoleSid,
    index.anchors,
    index.aliases,
  ];
  return {
    names: tables.map((table) =>
      [...table.names()].sort().map((name) => [name, [...table.get(name)].map(({ start }) => start).sort()]),
    ),
    repeated: tables.map((table) => [...table.repeated()].sort()),
    unresolved: [
      [...index.unresolvedRoles('service')].sort(),
      [...index.unresolvedRoles('conversation')].sort(),
    ],
  };
}
