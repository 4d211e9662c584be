import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { check, type Problem, parseDocument, type Rule, rules } from '../../../core/src';
import { applyEdits } from '../../../core/src/convert/apply-edits';
import { convertToConversations } from '../../../core/src/convert/convert-to-conversations';
import { fixEdits } from '../../../core/src/convert/fix-edits';
import { sortPermissions } from '../../../core/src/convert/sort-permissions';

const chat = `product: chat
roles:
  - friendlyName: A
    type: channel
    permissions:
      - sendMessage
      - addMember # first
      - inviteMember
      - leaveChannel
  - { friendlyName: B, type: deployment, permissions: [joinChannel, inviteMember] }
`;
const flow = `product: chat
roles: [{ friendlyName: A, type: channel, permissions: [sendMessage, inviteMember] },
  { friendlyName: B, type: channel, permissions: [inviteMember, leaveChannel] }]
`;
// After an anchor the parser takes what YAML doesn't, `a: &b c: d`, so anchors stay out of this.
const examples = [
  ...[chat, chat, flow, flow],
  ...rules.flatMap((rule: Rule) => [rule.bad, rule.good]).filter((text) => !/ &\w|.{200}/.test(text)),
];

/** An example with a few slips: a line gone or doubled, a piece of another example, a stray mark. */
const texts = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', '\n', '  ', '- ', ': ', '[', '}', '"', '#', '*a', '~', ', ', 'sendMessage', '\r'),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([example, slips]) =>
    slips.reduce((text, [at, length, mark]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + mark + text.slice(start + (length % 12));
    }, example),
  );

/** As the parser itself sees it, duplicate keys included. */
function isYaml(text: string): boolean {
  try {
    loadAll(text);
    return true;
  } catch {
    return false;
  }
}

describe('whatever is written', () => {
  it('problems are inside the file, and no rule says a thing twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const problems = check(parseDocument(text));
        const spans = problems.flatMap((problem) => [problem, ...(problem.related ?? [])]);
        for (const { start, end } of spans) {
          expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
        }
        const said = problems.map(({ rule, start, end, message }) => `${rule} ${start} ${end} ${message}`);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 300 },
    );
  });

  it('a fix, a conversion and a sorting leave YAML', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!isYaml(text)) return;
        const document = parseDocument(text);
        const problems = check(document);
        const fixes = problems.flatMap(({ fixes = [] }) => fixes).map((fix) => fixEdits(document, fix));
        for (const edits of [...fixes, convertToConversations(document), sortPermissions(document)]) {
          const after = applyEdits(text, edits);
          expect(isYaml(after), `${text}\n--- became\n${after}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a fix mends what it was for', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!isYaml(text)) return;
        const document = parseDocument(text);
        const problems = check(document);
        for (const problem of problems) {
          for (const fix of problem.fixes ?? []) {
            const after = check(parseDocument(applyEdits(text, fixEdits(document, fix))));
            const count = (all: readonly Problem[]) =>
              all.filter(({ message }) => message === problem.message).length;
            expect(count(after), `${text}\n${problem.message}\n${fix.title}`).toBeLessThan(count(problems));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
