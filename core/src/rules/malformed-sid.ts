import { didYouMean, nearMisses } from '../near-miss';
import { isSid, type SidPrefix, sidKinds, sidPrefix } from '../sid';
import { changeTo } from './parts/change-to';
import { sidsIn, valuesWithSids } from './parts/sid-values';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const malformedSid = {
  id: 'malformed-sid',
  severity: 'error',
  scope: 'field',
  of: valuesWithSids,
  fixable: true,
  summary: 'A value is not a SID where one belongs.',
  why: 'A SID is two capital letters and 32 hexadecimal digits. One that was cut off while copying answers as "not found" only when it is deployed.',
  bad: `
service: is11111111111111111111111111111111
`,
  good: `
service: IS11111111111111111111111111111111
`,
  *check(field, { resolve }) {
    for (const { text, expected, orDefault } of sidsIn(field, resolve)) {
      const { value, start, end } = text;
      if (sidPrefix(value) || (orDefault && value === 'default')) continue;
      const meant = [...nearMisses(value, orDefault ? ['default'] : []), ...inCapitals(value, expected)];
      const kind = `${sidKinds[expected]} SID${orDefault ? ' or "default"' : ''}`;
      const message = `${quoted(value)} is no ${kind}: ${whatIsWrong(value, expected)}`;
      const remedy = didYouMean(meant, `copy the ${sidKinds[expected]}'s SID again`);
      yield { start, end, message: `${message}; ${remedy}`, fixes: changeTo(text, meant) };
    }
  },
} as const satisfies Rule;

function whatIsWrong(value: string, expected: SidPrefix): string {
  if (!/^[A-Za-z]{2}[0-9A-Za-z]*$/.test(value) || value.length < 20) {
    return `it takes "${expected}" and 32 of 0-9 and a-f`;
  }
  if (!(value.slice(0, 2) in sidKinds))
    return `it begins with "${value.slice(0, 2)}" and not with "${expected}"`;
  if (value.length !== 34) return `it has ${value.length} characters and not 34`;
  const stray = [...value.slice(2)].find((letter) => !/[0-9a-fA-F]/.test(letter));
  return `"${stray}" is no hexadecimal digit`;
}

function inCapitals(value: string, expected: SidPrefix): readonly string[] {
  const repaired = value.slice(0, 2).toUpperCase() + value.slice(2);
  return isSid(repaired, expected) ? [repaired] : [];
}
