import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { version } from './version';

type Exports = Readonly<Record<string, unknown>>;
type Require = (id: string) => unknown;
type Bundle = (
  exports: Exports,
  require: Require,
  module: { exports: Exports },
  filename: string,
  folder: string,
) => void;

/**
 * A `require` that loads the bundles of a folder with the code that V8 made of them when they last ran. Node's own
 * compile cache, which Node 20 lacks, keeps only what is compiled before the first call, and that is the least of it.
 */
export function cachingRequire(folder: string): Require {
  const loaded = new Map<string, Exports>();
  const load: Require = (id) => {
    if (!id.startsWith('./')) return require(id);
    const known = loaded.get(id);
    if (known) return known;
    const filename = join(folder, id);
    const module = { exports: {} };
    const bundle = compile(filename).runInThisContext() as Bundle;
    bundle(module.exports, load, module, filename, folder);
    loaded.set(id, module.exports);
    return module.exports;
  };
  return load;
}

function compile(filename: string): Script {
  const source = readFileSync(filename, 'utf8');
  const folder = cacheFolder(process.env);
  if (folder === undefined) return new Script(source, { filename });
  // What calls other functions has other code. `check` has its own: it is what runs at every commit.
  const command = process.argv[2] === 'check' ? 'check' : 'other';
  const path = join(folder, `${basename(filename, '.js')}-${command}-${process.version}-${process.arch}`);
  // V8 itself compares no more of the source than its length, and npm gives every file of every package one date.
  const key = `${version} ${source.length} ${statSync(filename).mtimeMs}\n`;
  const cachedData = read(path, key);
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) });
  if (!cachedData || script.cachedDataRejected) {
    // At the end, when V8 has compiled what this command called: that is what the next one will call.
    process.once('exit', () => write(path, key, script.createCachedData()));
  }
  return script;
}

/**
 * A folder of this user alone; `undefined` where there is none, or nothing shall be kept. Not asked of the library that
 * knows such folders: to load it takes a twentieth of the time to check a file.
 */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const folder = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'));
  return folder && !env.NODE_DISABLE_COMPILE_CACHE ? join(folder, 'twilio-roles') : undefined;
}

/** What is kept of this very bundle; `undefined` where nothing is, or somebody else may have written it: it is code. */
function read(path: string, key: string): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      if (process.getuid && fstatSync(file).uid !== process.getuid()) return undefined;
      const kept = readFileSync(file);
      return kept.toString('latin1', 0, key.length) === key ? kept.subarray(key.length) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Whole or not at all, as other commands may start at the same time. A folder that takes no files costs only time. */
function write(path: string, key: string, code: Buffer): void {
  const beside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(beside, Buffer.concat([Buffer.from(key), code]), { mode: 0o600, flush: true });
    renameSync(beside, path);
  } catch {
    if (existsSync(beside)) rmSync(beside);
  }
}
