import { attributesJson } from '../document/attributes';
import { firstLine } from './parts/first-line';
import type { Rule } from './rule';

/** Documented for conversations; for users nothing is, so this is the limit that is safe. */
const mostBytes = 16 * 1024;

export const attributesTooLong = {
  id: 'attributes-too-long',
  severity: 'warning',
  scope: 'field',
  of: ['attributes'],
  summary: "A user's attributes are larger than 16 KB.",
  why: 'Twilio documents 16 KB as the limit for the attributes of conversations, and none for those of users. Larger ones may be refused, and they travel to every client.',
  bad: `
users:
  - identity: alice@example.com
    attributes: '{ "note": "${'a long story '.repeat(1300)}" }'
`,
  good: `
users:
  - identity: alice@example.com
    attributes: '{ "note": "a short story" }'
`,
  check({ value, alias }, { block, resolve }) {
    const json = value && attributesJson(value, resolve, alias);
    // Not even with three bytes for each UTF-16 code unit, as the longest take.
    if (!value || typeof json !== 'string' || json.length * 3 <= mostBytes) return undefined;
    const bytes = new TextEncoder().encode(json).length;
    if (bytes <= mostBytes) return undefined;
    const size = (bytes / 1024).toFixed(1);
    const message = `"attributes" take ${size} KB; keep them under 16 KB, the most that Twilio documents for attributes`;
    return [{ ...firstLine(block.text, value), message }];
  },
} as const satisfies Rule;
