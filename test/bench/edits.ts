/** What an edit costs wherever it is, in a file of many roles: our server beside the floor. */
import { bigFile } from '../support/big-file';
import { LanguageClient, type ServerSpec } from './language-client';
import { table } from './report';
import { median } from './statistics';

export interface EditRow {
  readonly where: string;
  /** Milliseconds to the diagnostics that follow: the median of the runs, for each server in turn. */
  readonly ms: readonly number[];
}

const roles = 10_000;

interface Position {
  readonly line: number;
  readonly character: number;
}

/** An insertion and what takes it back; both are timed. */
interface Edit {
  readonly where: string;
  readonly at: Position;
  readonly newText: string;
  readonly end: Position;
}

function editsOf(text: string): readonly Edit[] {
  const letter = (where: string, before: string): Edit => {
    const at = positionAfter(text, before);
    return { where, at, newText: 'x', end: { ...at, character: at.character + 1 } };
  };
  const middle = positionAfter(text, roleBegins(roles / 2));
  const at = { line: middle.line, character: 0 };
  const [, pasted = ''] = bigFile({ roles: 100, users: 0 }).split('roles:\n');
  const newText = pasted.replaceAll('Role ', 'Pasted ');
  const end = { line: at.line + newText.split('\n').length - 1, character: 0 };
  return [
    letter('a letter in the first role', roleBegins(1)),
    letter('in the role in the middle', roleBegins(roles / 2)),
    letter('in the last role', roleBegins(roles)),
    letter('in a user', '  - identity: user-500'),
    letter('in the head', 'x-writer: &writer\n  - sendMessage'),
    { where: 'a paste of 100 roles, and its undo', at, newText, end },
  ];
}

const roleBegins = (n: number): string => `  - friendlyName: Role ${n}`;

function positionAfter(text: string, before: string): Position {
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export async function benchEdits(specs: readonly ServerSpec[], runs: number): Promise<readonly EditRow[]> {
  const text = bigFile({ roles });
  const edits = editsOf(text);
  const times: number[][] = edits.map(() => []);
  for (const spec of specs) {
    const client = new LanguageClient(spec);
    try {
      await client.open(spec, text);
      for (const [index, edit] of edits.entries()) times[index]?.push(await time(client, edit, runs));
    } finally {
      await client.close();
    }
  }
  return edits.map(({ where }, index) => ({ where, ms: times[index] ?? [] }));
}

async function time(client: LanguageClient, { at, newText, end }: Edit, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(await client.edit({ start: at, end: at }, newText));
    times.push(await client.edit({ start: at, end }, ''));
  }
  return median(times);
}

/** A table with the ratio to the first server. */
export function renderEdits(names: readonly string[], rows: readonly EditRow[]): string {
  return [
    '### Edits anywhere in 10,000 roles',
    '',
    'From an edit to its diagnostics, milliseconds. In brackets: the ratio to the floor.',
    '',
    table(
      ['edit', ...names],
      rows.map(({ where, ms: [floor = Number.NaN, ...others] }) => [
        where,
        floor.toFixed(2),
        ...others.map((each) => `${each.toFixed(2)} (${(each / floor).toFixed(2)}×)`),
      ]),
    ),
    '',
  ].join('\n');
}
