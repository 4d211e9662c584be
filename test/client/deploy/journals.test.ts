import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journals } from '../../../client/src/deploy/journals';
import type { JournalEntry, Live, RoleSid } from '../../../core/src';
import { nothing, plan } from '../../../core/src';

const at = '2026-11-21T20:00:00.000Z';
const live = {
  product: 'conversations',
  account: `AC${'1'.repeat(32)}`,
  service: { sid: `IS${'1'.repeat(32)}`, friendlyName: 'Support', isDefault: true },
  roles: [
    {
      sid: `RL${'1'.repeat(32)}` as RoleSid,
      friendlyName: 'Agent',
      type: 'service',
      permissions: ['joinConversation'],
    },
  ],
  defaults: {},
  users: [],
} as unknown as Live;
const planned = plan(
  {
    ...nothing('conversations'),
    roles: [
      { friendlyName: 'Agent', type: 'service', permissions: ['addParticipant'] },
      { friendlyName: 'Auditor', type: 'service', permissions: ['joinConversation'] },
    ],
  },
  live,
);
const [first, second] = planned.changes.map(({ id }) => id);
const begun: readonly JournalEntry[] = [
  { kind: 'started', at, plan: planned },
  { kind: 'writing', at, change: first ?? '' },
  { kind: 'wrote', at, change: first ?? '' },
  { kind: 'outcome', at, change: first ?? '', status: 'done' },
  { kind: 'writing', at, change: second ?? '' },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journals-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that has ended, so that nobody has its id for a while. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

const kept = 3;

async function write(journals: Journals, entries: readonly JournalEntry[]) {
  const journal = await journals.open();
  for (const entry of entries) await journal.write(entry);
  return journal;
}

describe('journals', () => {
  it('keep a deploy line by line, and tell it again', async () => {
    const journals = new Journals(folder, () => kept);
    const { id } = await write(journals, [...begun, { kind: 'finished', at }]);
    const record = await journals.read(id);
    expect(record?.plan).toEqual(planned);
    expect(record?.outcomes.map(({ status }) => status)).toEqual(['done', 'not-tried']);
    expect(record?.finished).toBe(true);
    expect((await stat(join(folder, id))).mode & 0o777).toBe(0o600);
  });

  it('have no interrupted deploy while one runs here', async () => {
    const journals = new Journals(folder, () => kept);
    const journal = await write(journals, begun);
    expect(await journals.interrupted()).toEqual([]);
    journal.close();
    expect((await journals.interrupted()).map(({ id }) => id)).toEqual([journal.id]);
  });

  it('tell a deploy whose process is gone from one that runs in another window', async () => {
    const { id } = await write(new Journals(folder, () => kept), begun);
    const name = (pid: number) => id.replace(/-\d+\.jsonl$/, `-${pid}.jsonl`);
    await rename(join(folder, id), join(folder, name(process.ppid)));
    expect(await new Journals(folder, () => kept).interrupted()).toEqual([]);
    await rename(join(folder, name(process.ppid)), join(folder, name(deadProcess())));
    const [record] = await new Journals(folder, () => kept).interrupted();
    expect(record?.finished).toBe(false);
    expect(record?.unsure?.id).toBe(second);
  });

  it('tell a deploy that was silent for long from the process that has its number today', async () => {
    const { id } = await write(new Journals(folder, () => kept), begun);
    const path = join(folder, id.replace(/-\d+\.jsonl$/, `-${process.ppid}.jsonl`));
    await rename(join(folder, id), path);
    const long = new Date(Date.now() - 11 * 60_000);
    await utimes(path, long, long);
    expect(await new Journals(folder, () => kept).interrupted()).toHaveLength(1);
  });

  it('forget an interrupted deploy once somebody has seen it', async () => {
    const journals = new Journals(folder, () => kept);
    const journal = await write(journals, begun);
    journal.close();
    const [record] = await journals.interrupted();
    if (record) await journals.acknowledge(record);
    expect(await journals.interrupted()).toEqual([]);
    expect(await journals.list()).toHaveLength(1);
  });

  it('know what an undo is to take back: the last deploy, and not an undo that was stopped', async () => {
    const journals = new Journals(folder, () => kept);
    const deploy = await write(journals, begun);
    const last = async () => (await journals.last(planned.account))?.id;
    expect(await last()).toBe(deploy.id);
    const undo = await journals.open(deploy.id);
    for (const entry of begun) await undo.write(entry);
    expect(await last()).toBe(deploy.id);
    await undo.write({ kind: 'outcome', at, change: second ?? '', status: 'done' });
    expect(await last()).toBe(undo.id);
    expect(await journals.last(`AC${'2'.repeat(32)}`)).toBeUndefined();
  });

  it('read no file by a name that is not a journal’s', async () => {
    expect(await new Journals(folder, () => kept).read('../../etc/passwd')).toBeUndefined();
  });

  it('are as many as the setting says: the oldest goes when another begins', async () => {
    const journals = new Journals(folder, () => kept);
    const days = ['01', '02', '03'].map((day) => `2026-01-${day}T00-00-00-000Z-${process.pid}.jsonl`);
    const { id } = await write(journals, begun);
    for (const day of days) await copyFile(join(folder, id), join(folder, day));
    const newest = await write(journals, begun);
    const ids = (await journals.list()).map((record) => record.id);
    expect(ids).toEqual([newest.id, id, days[2]]);
  });

  it('are empty where nothing was deployed', async () => {
    expect(await new Journals(join(folder, 'none'), () => kept).list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are JSON, one entry a line', async () => {
    const { id } = await write(new Journals(folder, () => kept), begun);
    const lines = (await readFile(join(folder, id), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(begun);
  });
});
