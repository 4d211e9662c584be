import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, parseDocument, printable, type Rule, rules } from '../../core/src';
import { TwilioError } from '../../core/src/twilio/error';

describe('printable', () => {
  it.each([
    ['Ünï 日本 🙂', 'Ünï 日本 🙂'],
    ['a\tb\r\nc', 'a\\u0009b\\u000d\\u000ac'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u009b31m', '\\u009b31m'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\u{e0041}b', 'a\\u{e0041}b'],
    ['a\ud83d', 'a\\ud83d'],
  ])('writes %j as %j', (text, written) => {
    expect(printable(text)).toBe(written);
  });
});

const table: readonly Rule[] = rules;

it.each(table.map((rule) => [rule.id, rule] as const))(
  '%s never says a name in another order than it is written',
  (_, { bad, exampleLive }) => {
    const options: CheckOptions = exampleLive ? { live: exampleLive } : {};
    for (let at = 0; at <= bad.length; at++) {
      const text = `${bad.slice(0, at)}\u202e${bad.slice(at)}`;
      const said = check(parseDocument(text), options).flatMap(({ message, related = [] }) => [
        message,
        ...related.map((note) => note.message),
      ]);
      expect(said.join('\n')).not.toContain('\u202e');
    }
  },
);

it('keeps what others wrote from the terminal in an error of Twilio', () => {
  const subject = 'list the roles of Sup\u001b[31mport';
  expect(new TwilioError({ kind: 'refused', subject, what: 'No\u009bsuch' }).message).toBe(
    "Couldn't list the roles of Sup\\u001b[31mport: No\\u009bsuch.",
  );
});
