import { attributesJson } from '../document/attributes';
import type { YamlMapping, YamlScalar, YamlSequence } from '../document/model';
import type { Finding } from '../finding';
import type { Span } from '../span';
import { isNull } from './fields';
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
  *check({ text }, { fields }) {
    for (const { info, key, value } of fields) {
      if (info.value !== 'attributes') continue;
      if (value?.kind === 'mapping') yield* unwritable(value);
      else if (value?.kind !== 'alias') yield* notAnObject(value, key, text);
    }
  },
} as const satisfies Rule;

/** YAML can say what JSON can't. Aliases are left alone: what they stand for is looked at when it is deployed. */
function* unwritable(value: YamlMapping): Iterable<Finding> {
  const json = attributesJson(value, () => undefined);
  if (typeof json === 'string' || json.node.kind === 'alias') return;
  const { start, end } = json.node;
  yield { start, end, message: json.message };
}

function* notAnObject(
  value: YamlScalar | YamlSequence | undefined,
  key: Span,
  text: string,
): Iterable<Finding> {
  const is = whatItIs(value);
  if (!is) return;
  const { start, end } = value && !isNull(value) ? firstLine(text, value) : key;
  const message = `"attributes" ${is}; write a mapping, or a string that holds a JSON object`;
  yield { start, end, message };
}

function whatItIs(value: YamlScalar | YamlSequence | undefined): string | undefined {
  if (!value || isNull(value)) return 'has no value';
  if (value.kind === 'sequence') return 'is a list';
  try {
    const json: unknown = JSON.parse(value.value);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? undefined
      : 'is JSON, but no object';
  } catch {
    return 'is a string that is not JSON';
  }
}
