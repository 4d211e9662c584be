import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { contributes, ...rest } = read('package.json');
// The severities are generated from the rules, in the words of the rules.
delete contributes.configuration.properties['twilioRoles.severity'];
const manifest = JSON.stringify({ ...rest, contributes });
const english: Record<string, string> = read('package.nls.json');
const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? ''));

describe('the words of package.json', () => {
  it('are all there, and all used', () => {
    expect(Object.keys(english).sort()).toEqual([...used].sort());
  });

  it('are never written in package.json itself', () => {
    const titles = [...manifest.matchAll(/"(title|markdownDescription|label)":"([^"]*)"/g)];
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter(([, , text]) => !/^%.*%$/.test(text ?? ''))).toEqual([]);
  });
});
