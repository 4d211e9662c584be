import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Journal, type JournalEntry, type JournalSink, readJournal } from '../../../core/src';

/** One deploy, as its journal tells it. */
export interface DeployRecord extends Journal {
  /** The journal's file name. */
  readonly id: string;
}

/** `2026-11-21T20-40-00-000Z-4711.jsonl`: sorts by time, and says which process wrote it. */
const namePattern = /^[0-9TZ-]+-(\d+)\.jsonl$/;

/**
 * In milliseconds: a deploy that runs writes to its journal sooner, as no write to Twilio is waited for this long. After
 * it, a process of that number is another one that got the number later.
 */
const longestSilence = 10 * 60_000;

/** The journals of deploys, one file each, in the extension's own storage. */
export class Journals {
  readonly #folder: string;
  readonly #kept: () => number;
  /** Deploys that run in this window. */
  readonly #running = new Set<string>();

  /** `kept` deploys of this machine stay; older ones go when a new one begins. */
  constructor(folder: string, kept: () => number) {
    this.#folder = folder;
    this.#kept = kept;
  }

  /** Begins a journal; of an undo, `undoes` is the one that is taken back. Every entry is on disk before the write that it announces. */
  async open(undoes?: string): Promise<JournalSink & { readonly id: string; close(): void }> {
    await mkdir(this.#folder, { recursive: true });
    for (const old of (await this.#names()).slice(this.#kept() - 1))
      await rm(join(this.#folder, old), { force: true });
    const id = `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.jsonl`;
    const path = join(this.#folder, id);
    this.#running.add(id);
    return {
      id,
      write: (entry: JournalEntry) => {
        const kept = entry.kind === 'started' ? { ...entry, undoes } : entry;
        return appendFile(path, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
      },
      close: () => this.#running.delete(id),
    };
  }

  /** The newest first. One that doesn't even say what was planned is left out: nothing was written in it. */
  async list(): Promise<readonly DeployRecord[]> {
    const records = await Promise.all((await this.#names()).map((id) => this.read(id)));
    return records.filter((record) => record !== undefined);
  }

  /**
   * The newest deploy to an account that wrote anything. An undo that was stopped stands for the deploy that it undid: to
   * take back the undo itself would deploy that again.
   */
  async last(account: string): Promise<DeployRecord | undefined> {
    const last = (await this.list()).find(
      ({ plan, outcomes }) => plan.account === account && outcomes.some(({ status }) => status === 'done'),
    );
    const isStopped = last?.outcomes.some(({ status }) => status !== 'done');
    return last?.undoes && isStopped ? this.read(last.undoes) : last;
  }

  async read(id: string): Promise<DeployRecord | undefined> {
    if (!namePattern.test(id)) return undefined;
    const text = await readFile(join(this.#folder, id), 'utf8');
    const read = readJournal(text.split('\n'));
    return 'journal' in read ? { id, ...read.journal } : undefined;
  }

  /** Deploys that ended without an end: their window was closed or reloaded, or its process died. */
  async interrupted(): Promise<readonly DeployRecord[]> {
    const open = (await this.list()).filter(({ finished }) => !finished);
    const running = await Promise.all(open.map(({ id }) => this.#isRunning(id)));
    return open.filter((_, index) => !running[index]);
  }

  /** Notes that a person has seen what became of an interrupted deploy. */
  async acknowledge({ id }: DeployRecord): Promise<void> {
    const entry: JournalEntry = { kind: 'finished', at: new Date().toISOString() };
    await appendFile(join(this.#folder, id), `${JSON.stringify(entry)}\n`);
  }

  async #isRunning(id: string): Promise<boolean> {
    const pid = Number(namePattern.exec(id)?.[1]);
    if (pid === process.pid) return this.#running.has(id);
    const { mtimeMs } = await stat(join(this.#folder, id));
    return isAlive(pid) && Date.now() - mtimeMs < longestSilence;
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => namePattern.test(name))
      .toSorted()
      .toReversed();
  }
}

/** Whether a process runs on this machine. Signal 0 asks and does nothing. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
