import { sidKinds, sidPrefix } from '../sid';
import { sidsIn, valuesWithSids } from './parts/sid-values';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const wrongSidKind = {
  id: 'wrong-sid-kind',
  severity: 'error',
  scope: 'field',
  of: valuesWithSids,
  summary: 'A SID is of another kind of thing than belongs there.',
  why: 'The first two letters of a SID say what it names. A service where a role belongs is a slip of the clipboard that Twilio answers with "not found".',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    sid: IS11111111111111111111111111111111
    permissions: [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    sid: RL11111111111111111111111111111111
    permissions: [sendMessage]
`,
  *check(field, { resolve }) {
    for (const { text, expected } of sidsIn(field, resolve)) {
      const { value, start, end } = text;
      const actual = sidPrefix(value);
      if (!actual || actual === expected) continue;
      const [is, wanted] = [sidKinds[actual], sidKinds[expected]];
      yield {
        start,
        end,
        message: `${quoted(value)} is the SID of ${article(is)}; write that of ${article(wanted)}, which begins with "${expected}"`,
      };
    }
  },
} as const satisfies Rule;

function article(noun: string): string {
  return `${/^[aeioA]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
