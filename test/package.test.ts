import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vsix } from '../scripts/package';
import { zipEntries } from './support/zip';

// The test command makes it before anything else runs; on its own: npm run package.
describe('the .vsix', () => {
  it('holds what is needed in it, and nothing else', () => {
    const names = [...zipEntries(readFileSync(vsix)).keys()].filter((name) => name.startsWith('extension/'));
    expect(names.map((name) => name.slice('extension/'.length)).sort()).toEqual([
      'LICENSE.txt',
      'changelog.md',
      'dist/browser.js',
      'dist/client.js',
      'dist/matrix.css',
      'dist/matrix.js',
      'dist/sandbox.js',
      'dist/server.js',
      'docs/rules.md',
      'l10n/bundle.l10n.de.json',
      'media/icon.png',
      'media/matrix/dark.svg',
      'media/matrix/light.svg',
      'media/view.svg',
      'media/walkthrough/deploy.svg',
      'media/walkthrough/live.svg',
      'media/walkthrough/plan.svg',
      'media/walkthrough/sign-in.svg',
      'media/walkthrough/write.svg',
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'readme.md',
      'schemas/roles.schema.json',
    ]);
  });

  it('is small', () => {
    expect(readFileSync(vsix).length).toBeLessThan(700_000);
  });
});
