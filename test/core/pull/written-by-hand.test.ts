import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../core/src';
import { desired } from '../../../core/src/document/desired';
import { plan } from '../../../core/src/plan';
import { pulled } from '../../support/pulled';
import { live, serviceSid } from '../plan/values';

const permissions = ['joinConversation', 'createConversation', 'editOwnUserInfo', 'addParticipant'] as const;
const some = fc.subarray([...permissions], { minLength: 1 });

/** One way to write a list of permissions; `at` numbers its comments. */
const list: fc.Arbitrary<(at: number) => string> = fc.oneof(
  some.map(
    (items) => (at: number) =>
      `\n${items.map((item, i) => `      - ${item}${i === 0 ? `   # with ${at}` : ''}\n`).join('')}      # after ${at}\n`,
  ),
  some.map((items) => (at: number) => ` [ ${items.join(', ')} ]   # after ${at}\n`),
  some.map((items) => () => ` [${items.map((item) => `"${item}"`).join(' ,')}]\n`),
  some.map((items) => (at: number) => ` [ # after ${at}\n        ${items.join(',\n        ')}\n      ]\n`),
  fc.constant((at: number) => ` *shared   # after ${at}\n`),
  some.map(
    (items) => (at: number) =>
      `\n    - *shared\n${items.map((item) => `    - ${item}\n`).join('')}    - *one # with ${at}\n`,
  ),
  some.map((items) => () => ` [*shared , ${items.join(', ')}, *one ]\n`),
  some.map(
    (items) => (at: number) =>
      ` &own${at}\n      - &item${at} ${items[0]}\n      - [${items.join(', ')}]\n      - - addParticipant\n        - *item${at}\n`,
  ),
);

const file = fc
  .tuple(some, fc.array(list, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([shared, lists, lineBreak, ends]) => {
    const roles = lists.map(
      (write, n) =>
        `  # before ${n}\n  - type: service   # type ${n}\n    permissions:${write(n)}    friendlyName: R${n}\n`,
    );
    const text = `service: ${serviceSid}\nx-shared: &shared\n  - &one ${shared[0]}\n  - [${shared.slice(1).join(', ')}]   # shared\n\nroles:\n${roles.join('\n')}`;
    return (ends ? text : text.trimEnd()).replaceAll('\n', lineBreak);
  });

/** Comments that aren't about one permission, which may have gone. */
const lasting = /# (?:before|after|type) \d+|# shared/g;

describe('a file written by hand', () => {
  it('comes out of a pull as what is live, with its comments and its line breaks', () => {
    fc.assert(
      fc.property(file, fc.array(some, { minLength: 5, maxLength: 5 }), (existing, sets) => {
        const now = live(sets.map((set, n) => `service R${n}: ${set.join(' ')}`));
        const text = pulled(now, { existing, addMissing: true });
        const read = desired(parseDocument(text));
        expect(read, text).toHaveProperty('desired');
        if (!('desired' in read)) return;
        expect(plan(read.desired, now).changes, text).toEqual([]);
        expect(text.match(lasting) ?? [], text).toEqual(
          expect.arrayContaining(existing.match(lasting) ?? []),
        );
        if (existing.includes('\r\n')) expect(text.replaceAll('\r\n', '')).not.toContain('\n');
        expect(pulled(now, { existing: text, addMissing: true })).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
