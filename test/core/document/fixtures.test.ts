import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, isRolesFile, parseDocument } from '../../../core/src';

const fixtures = join(import.meta.dirname, '../../fixtures');

function read(folder: string, name: string): string {
  return readFileSync(join(fixtures, folder, name), 'utf8');
}

function yamlFiles(folder: string): string[] {
  return readdirSync(join(fixtures, folder)).filter((name) => name.endsWith('.yaml'));
}

/** `line:column severity rule "text" message`, as a person would look it up. */
function told(text: string): string {
  const lines = check(parseDocument(text)).map(({ start, end, severity, rule, message }) => {
    const before = text.slice(0, start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return `${place} ${severity} ${rule} ${JSON.stringify(text.slice(start, end))}\n    ${message}\n`;
  });
  return lines.join('');
}

describe('the whole checker', () => {
  it.each(yamlFiles('ok'))('is silent on ok/%s', (name) => {
    const text = read('ok', name);
    expect(isRolesFile(text)).toBe(true);
    expect(told(text)).toBe('');
  });

  it.each(yamlFiles('err'))('says of err/%s what stands beside it', (name) => {
    expect(told(read('err', name))).toBe(read('err', name.replace('.yaml', '.txt')));
  });
});
