import { readdirSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { type JournalSink, type Plan, readJournal } from '../../../core/src';
import { readText } from './read-text';

/** Where deploys are recorded: one file of JSON lines each, named for when it began and what it went to. */
export function journalFolder(): string {
  return envPaths('twilio-roles', { suffix: '' }).data;
}

export interface JournalFile extends JournalSink {
  readonly path: string;
}

/**
 * A new journal; of an undo, `undoes` is the path of the one that is taken back. Each entry is on the disk before the
 * write that it announces is sent.
 */
export async function createJournal(plan: Plan, now: Date, undoes?: string): Promise<JournalFile> {
  const folder = journalFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${now.toISOString().replaceAll(':', '-')}-${plan.service.sid}.jsonl`);
  return {
    path,
    write: (entry) => {
      const kept = entry.kind === 'started' ? { ...entry, undoes } : entry;
      return appendFile(path, `${JSON.stringify(kept)}\n`, { flush: true, mode: 0o600 });
    },
  };
}

/** The paths of all journals, the newest first. */
export function listJournals(): readonly string[] {
  const folder = journalFolder();
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function openJournal(path: string): ReturnType<typeof readJournal> {
  return readJournal(readText(path).split('\n').filter(Boolean));
}
