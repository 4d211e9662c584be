import { attributesJson } from '../document/attributes';
import { isNull } from '../document/entries';
import type { YamlContent } from '../document/model';
import { firstLine } from './parts/first-line';
import type { Rule } from './rule';

export const malformedAttributes = {
  id: 'malformed-attributes',
  severity: 'error',
  scope: 'field',
  of: ['attributes'],
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
  check({ key, value, alias }, { block, resolve }) {
    const json = value && attributesJson(value, resolve, alias);
    const is = whatItIs(value, json);
    if (is) {
      const { start, end } = value && !isNull(value) ? firstLine(block.text, value) : key;
      const message = `"attributes" ${is}; write a mapping, or a string that holds a JSON object`;
      return [{ start, end, message }];
    }
    // What isn't there has a fault of its own, where it is missing.
    if (typeof json !== 'object' || json.isMissing) return undefined;
    return [{ start: json.node.start, end: json.node.end, message: json.message }];
  },
} as const satisfies Rule;

function whatItIs(
  value: YamlContent | undefined,
  json: ReturnType<typeof attributesJson> | undefined,
): string | undefined {
  if (!value || isNull(value)) return 'has no value';
  if (value.kind === 'sequence') return 'is a list';
  return value.kind === 'scalar' && typeof json === 'string' ? whatTextIs(json) : undefined;
}

function whatTextIs(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? undefined
      : 'is JSON, but no object';
  } catch {
    return 'is a string that is not JSON';
  }
}
