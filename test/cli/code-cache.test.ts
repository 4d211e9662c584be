/** What the command line keeps of its own code from one run to the next: it may make a run quicker, never another. */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';

const clean = { code: 0, stdout: '0 errors, 0 warnings, 1 file checked.\n', stderr: '' };
const long = new Date('2020-01-01');

function withCache() {
  const folder = cliFolder({ 'roles.yaml': 'roles: []\n' });
  const cache = folder.path('cache/twilio-roles');
  const check = (env = {}) =>
    folder.run(['check', 'roles.yaml'], { env: { XDG_CACHE_HOME: folder.path('cache'), ...env } });
  /** The one file that is kept, as if it had been written long ago. */
  const kept = () => {
    const [name = '', ...others] = readdirSync(cache);
    expect(others).toEqual([]);
    utimesSync(join(cache, name), long, long);
    return join(cache, name);
  };
  return { folder, check, kept };
}

const isNew = (path: string) => statSync(path).mtime > long;

describe('the code that is kept', () => {
  it('is written once, for this user alone, and taken then', async () => {
    const { check, kept } = withCache();
    expect(await check()).toEqual(clean);
    const path = kept();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(await check()).toEqual(clean);
    expect(isNew(path)).toBe(false);
  });

  it.each<[string, (code: Buffer) => Buffer]>([
    ['another version', (code) => Buffer.from(code.toString('latin1').replace(/^\S+/, '0.0.0'), 'latin1')],
    ['half a file', (code) => code.subarray(0, code.length / 2)],
    ['an empty file', () => Buffer.alloc(0)],
    [
      'the code of another V8',
      (code) => {
        const changed = Buffer.from(code);
        changed.fill(0, code.indexOf('\n') + 1, code.indexOf('\n') + 64);
        return changed;
      },
    ],
  ])('is passed over and written anew where it is %s', async (_, change) => {
    const { check, kept } = withCache();
    await check();
    const path = kept();
    const good = readFileSync(path);
    writeFileSync(path, change(good));
    kept();
    expect(await check()).toEqual(clean);
    expect(isNew(path)).toBe(true);
    expect(readFileSync(path).length).toBeGreaterThan(good.length / 2);
  });

  it('is kept nowhere where the folder takes no files, or Node is told to keep nothing', async () => {
    const { folder, check } = withCache();
    expect(await check({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(clean);
    expect(readdirSync(folder.path('.'))).toEqual(['roles.yaml']);
    folder.write('cache', 'a file where the folder should be');
    expect(await check()).toEqual(clean);
    expect(folder.read('cache')).toBe('a file where the folder should be');
  });

  it('leaves nothing half done behind', async () => {
    const { folder, check } = withCache();
    await check();
    const [name = ''] = readdirSync(folder.path('cache/twilio-roles'));
    rmSync(folder.path(`cache/twilio-roles/${name}`));
    folder.write(`cache/twilio-roles/${name}/in-the-way`, '');
    expect(await check()).toEqual(clean);
    expect(readdirSync(folder.path('cache/twilio-roles'))).toEqual([name]);
  });

  it('is not taken from another user', async () => {
    const { folder, check, kept } = withCache();
    await check();
    const path = kept();
    folder.write('somebody.cjs', 'process.getuid = () => 12_345;');
    expect(await check({ NODE_OPTIONS: `--require "${folder.path('somebody.cjs')}"` })).toEqual(clean);
    expect(isNew(path)).toBe(true);
  });
});
