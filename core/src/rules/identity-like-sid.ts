import { isSid } from '../sid';
import { quoted, yamlWord } from './parts/words';
import type { Rule } from './rule';

export const identityLikeSid = {
  id: 'identity-like-sid',
  severity: 'error',
  scope: 'field',
  of: ['identity'],
  fixable: true,
  summary: "A user's identity looks like a user SID.",
  why: 'Twilio finds a user by SID or identity in the same place of a URL, so an identity that looks like a SID is refused (error 50206).',
  bad: `
users:
  - identity: US11111111111111111111111111111111
    friendlyName: Alice
`,
  good: `
users:
  - sid: US11111111111111111111111111111111
    friendlyName: Alice
`,
  check({ key, value }, { fields }) {
    if (value?.kind !== 'scalar' || !isSid(value.value, 'US')) return undefined;
    const { start, end } = value;
    const isFree = fields.every(({ info }) => info.key !== 'sid');
    const edits = [{ start: key.start, end: key.end, newText: yamlWord('sid', key.style) }];
    const fixes = isFree ? [{ title: 'Make it the "sid"', edits, preferred: true }] : [];
    const message = `The identity ${quoted(value.value)} looks like a user SID, which Twilio refuses (50206); write it as "sid"`;
    return [{ start, end, message, fixes }];
  },
} as const satisfies Rule;
