import { globSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';
import { beforeAll, describe, expect, it } from 'vitest';

type Words = Readonly<Record<string, string>>;
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** What stands in for values, and what VS Code acts on: a translation has the same. */
function fixedParts(text: string): readonly string[] {
  return [...text.matchAll(/\{\d\}|\(command:[\w.]+\)/g)].map(([part]) => part).sort();
}

/** The messages that a file of core says in the reader's language: the texts that `say` and its kin are given. */
function saidIn(path: string): readonly string[] {
  const literal = /\s*('(?:[^'\\]|\\.)*'|"[^"]*")/.source;
  const source = readFileSync(path, 'utf8');
  const alone = source.matchAll(new RegExp(`\\b(?:say\\(|phrase\\(say,)${literal}`, 'g'));
  const pairs = source.matchAll(new RegExp(`\\bmany\\(\\s*say,[^,]+,${literal},${literal}`, 'g'));
  return [...alone, ...pairs].flatMap(([, ...texts]) =>
    texts.map((text) => text.slice(1, -1).replaceAll("\\'", "'")),
  );
}

function unlike(english: Words, german: Words): readonly string[] {
  return Object.keys(english).filter(
    (key) => String(fixedParts(english[key] ?? '')) !== String(fixedParts(german[key] ?? '')),
  );
}

describe('the words of package.json', () => {
  const { contributes, ...rest } = read('package.json');
  // The severities are generated from the rules, in the words of the rules.
  delete contributes.configuration.properties['twilioRoles.severity'];
  const manifest = JSON.stringify({ ...rest, contributes });
  const english: Words = read('package.nls.json');
  const german: Words = read('package.nls.de.json');

  it('are all there, and all used', () => {
    const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? ''));
    expect(Object.keys(english).sort()).toEqual([...used].sort());
  });

  it('are never written in package.json itself', () => {
    const titles = [...manifest.matchAll(/"(title|markdownDescription|label)":"([^"]*)"/g)];
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter(([, , text]) => !/^%.*%$/.test(text ?? ''))).toEqual([]);
  });

  it('are all there in German', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
    expect(unlike(english, german)).toEqual([]);
  });
});

describe('the words of the code', () => {
  const german: Words = read('l10n/bundle.l10n.de.json');
  let english: Words;

  beforeAll(async () => {
    const sources = globSync('client/src/**/*.ts').map((path) => ({
      extension: '.ts' as const,
      contents: readFileSync(path, 'utf8'),
    }));
    const found = await getL10nJson(sources);
    english = Object.fromEntries([
      ...Object.entries(found).map(([key, entry]) => [
        key,
        typeof entry === 'string' ? entry : entry.message,
      ]),
      ...globSync('{core/src,server/src/language}/**/*.ts').flatMap((path) =>
        saidIn(path).map((message) => [message, message]),
      ),
    ]);
  });

  it('are all there in German, and no others', () => {
    expect(Object.keys(english).length).toBeGreaterThan(100);
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(unlike(english, german)).toEqual([]);
  });
});
