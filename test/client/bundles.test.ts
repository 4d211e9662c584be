import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the entry for browsers asks for nothing that a browser lacks', async () => {
  const { metafile } = await build({
    entryPoints: ['client/src/browser.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'undici', 'node:*'],
    outdir: 'nowhere',
  });
  const [output] = Object.values(metafile.outputs);
  expect([...new Set(output?.imports.map(({ path }) => path))]).toEqual(['vscode']);
  const rooms = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  expect(rooms.map(([path]) => path).filter((path) => path.startsWith('core/src/twilio/'))).toEqual([]);
});
