import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findDesktop } from '../../scripts/start/desktop';
import { parseOptions } from '../../scripts/start/options';
import { newest, oldest } from '../../scripts/vscode/versions';

describe('the options of npm start', () => {
  it('open whatever VS Code there is, by default', () => {
    expect(parseOptions([])).toEqual({
      help: false,
      browser: false,
      keep: false,
      build: true,
      port: 0,
      vscode: newest,
      sandbox: [],
    });
  });

  it('mean the browser where they speak of it', () => {
    expect(parseOptions(['--port', '8080'])).toMatchObject({ browser: true, port: 8080 });
    expect(parseOptions(['--vscode', 'oldest'])).toMatchObject({ browser: true, vscode: oldest });
  });

  it('reach the sandbox', () => {
    expect(parseOptions(['--users', '5000']).sandbox).toEqual(['--users', '5000']);
  });

  it.each([
    [['--port', '70000'], '--port takes a whole number up to 65535, not "70000".'],
    [['--users', '1e3'], '--users takes a whole number up to 100000, not "1e3".'],
    [['--vscode', '1.90'], 'Unknown VS Code "1.90"; say newest or oldest.'],
  ])('refuse %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

describe.skipIf(process.platform === 'win32')('the desktop VS Code', () => {
  let bin: string;

  beforeEach(async () => {
    bin = await mkdtemp(join(tmpdir(), 'twilio-roles-bin-'));
    vi.stubEnv('VSCODE_IPC_HOOK_CLI', undefined);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(bin, { recursive: true });
  });

  async function putCode(version: string): Promise<string> {
    const code = join(bin, 'code');
    await mkdir(bin, { recursive: true });
    await writeFile(code, `#!/bin/sh\necho ${version}\necho 0123abc\necho x64\n`);
    await chmod(code, 0o755);
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env.PATH}`);
    return code;
  }

  it('is the "code" on PATH', async () => {
    const code = await putCode('1.139.1');
    expect(await findDesktop()).toEqual({ code });
  });

  it('must be new enough', async () => {
    await putCode('1.99.3');
    expect(await findDesktop()).toEqual({
      reason: '"code" is VS Code 1.99.3, and the extension needs 1.105.0',
    });
  });

  it('is not there where nothing is called "code"', async () => {
    vi.stubEnv('PATH', bin);
    expect(await findDesktop()).toEqual({ reason: 'there is no "code" on PATH' });
  });

  it('is not the one of a remote window', async () => {
    await putCode('1.139.1');
    vi.stubEnv('VSCODE_IPC_HOOK_CLI', join(bin, 'socket'));
    expect(await findDesktop()).toEqual({ reason: 'this terminal belongs to a remote VS Code' });
  });
});
