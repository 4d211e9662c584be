import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { unlinked } from '../../client/src/unlinked';

/** A message with the arguments of its call, up to the parenthesis that closes it. */
function calls(source: string): string[] {
  return [...source.matchAll(/window\.show(?:Information|Warning|Error)Message\(/g)].map(
    ({ index, 0: head }) => {
      let depth = 1;
      let end = index + head.length;
      while (depth > 0 && end < source.length) {
        if (source[end] === '(') depth += 1;
        if (source[end] === ')') depth -= 1;
        end += 1;
      }
      return source.slice(index, end);
    },
  );
}

describe('notifications', () => {
  it('have no link in a name', () => {
    expect(unlinked('"[Sign in](command:evil)" is in no file.')).toBe(
      '"[Sign in] (command:evil)" is in no file.',
    );
    expect(unlinked('[a](https://b) [c](file:d)')).toBe('[a] (https://b) [c] (file:d)');
  });

  it('go through notify.ts, so that no name becomes a link; a modal dialog makes no links', () => {
    const direct = globSync('client/src/**/*.ts')
      .filter((path) => !path.endsWith('client/src/notify.ts'))
      .flatMap((path) => calls(readFileSync(path, 'utf8')).map((call) => `${path}: ${call}`))
      .filter((call) => !call.includes('modal: true'));
    expect(direct).toEqual([]);
  });
});
