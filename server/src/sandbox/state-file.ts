import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SandboxState } from './state';

/** Keeps a sandbox in a file. Every write replaces the whole file at once, so that a crash leaves the old one. */
export interface StateFile {
  /** Writes soon; what changes while a write is under way is in the next one. */
  changed(): void;
  /** Resolves when all that changed is in the file. Rejects with what went wrong in writing it. */
  flush(): Promise<void>;
}

/**
 * The state in the file, or `undefined` where there is no file, or an empty one. Makes the folder that it will be in:
 * what can't be kept is better said before anything has been done.
 */
export async function readState(path: string): Promise<SandboxState | undefined> {
  let text: string;
  try {
    await mkdir(dirname(path), { recursive: true });
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${path} can't be used: ${error.message}`, { cause: error });
  }
  if (text.trim() === '') return undefined;
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) {
    throw new Error(`${path} isn't a sandbox's state. Name another file, or delete it to begin anew.`);
  }
  return value as SandboxState;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function createStateFile(path: string, read: () => SandboxState): StateFile {
  let dirty = false;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  const write = async (): Promise<void> => {
    busy = true;
    try {
      while (dirty) {
        dirty = false;
        const next = `${path}.${process.pid}.tmp`;
        await writeFile(next, JSON.stringify(read()), { mode: 0o600 });
        await rename(next, path);
      }
    } finally {
      busy = false;
    }
  };
  return {
    changed: () => {
      dirty = true;
      if (busy) return;
      writing = write();
      // Whoever flushes hears of it.
      writing.catch(() => {});
    },
    flush: () => writing,
  };
}
