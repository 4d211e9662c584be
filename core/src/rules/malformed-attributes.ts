import type { YamlNode } from '../document/model';
import { fieldsOf, isNull } from './fields';
import { firstLine } from './first-line';
import type { Rule } from './rule';

export const malformedAttributes = {
  id: 'malformed-attributes',
  severity: 'error',
  scope: 'user',
  summary: "A user's attributes are not a JSON object.",
  why: 'Twilio keeps attributes as a text that holds a JSON object. A text that is anything else breaks the clients that read it.',
  bad: `
users:
  - identity: alice@example.com
    attributes: "{ team: billing }"
`,
  good: `
users:
  - identity: alice@example.com
    attributes: { team: billing }
  - identity: bob@example.com
    attributes: '{ "team": "billing" }'
`,
  *check(block) {
    for (const { info, key, value } of fieldsOf(block)) {
      if (info.value !== 'attributes') continue;
      const problem = whatIsWrong(value);
      if (!problem) continue;
      const { start, end } = value && !isNull(value) ? firstLine(block.text, value) : key;
      yield {
        start,
        end,
        message: `"attributes" ${problem}; write a mapping, or a string that holds a JSON object`,
      };
    }
  },
} as const satisfies Rule;

function whatIsWrong(value: YamlNode | undefined): string | undefined {
  if (!value || isNull(value)) return 'has no value';
  if (value.kind === 'sequence') return 'is a list';
  if (value.kind !== 'scalar') return undefined;
  try {
    const json: unknown = JSON.parse(value.value);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? undefined
      : 'is JSON, but no object';
  } catch {
    return 'is a string that is not JSON';
  }
}
