import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../scripts/paths';

const here = project.replaceAll(/[^\w/-]/g, '\\$&');

/** What must not be committed, by what it is called in a failure. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "a path of somebody's machine": new RegExp(`${here}|/home/[\\w.-]+/|(?<![\\w.])/[r]oot/`),
  'the host of a package registry': /registry\.(?:npmjs|yarnpkg)\.|npm\.pkg\.github|pypi\.org/,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
};

const files = execFileSync('git', ['ls-files'], { cwd: project, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(join(project, file)) && !/\.(png|ico|gif)$/.test(file));

describe('the files of the repository hold', () => {
  it('no path of this clone', () => {
    expect(files.filter((file) => readFileSync(join(project, file), 'utf8').includes(`${project}/`))).toEqual(
      [],
    );
  });

  it.each(Object.entries(forbidden))('no %s', (_name, pattern) => {
    const found = files.flatMap((file) => {
      const match = pattern.exec(readFileSync(join(project, file), 'utf8'));
      return match ? [`${file}: ${match[0]}`] : [];
    });
    expect(found).toEqual([]);
  });
});
