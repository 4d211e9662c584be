/** The language servers side by side: ours, the floor, and yaml-language-server with our JSON schema. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bigFile } from '../support/big-file';
import { LanguageClient, type ServerSpec } from './language-client';
import { median, quantile } from './statistics';

export interface LanguageRow {
  readonly roles: number;
  readonly errors: number;
  readonly server: string;
  /** Milliseconds from spawn to the first diagnostics, the median of the runs. */
  readonly start: number;
  readonly key50: number;
  readonly key95: number;
  readonly completion: number;
  readonly completionAfterKey: number;
  readonly hoverAfterKey: number;
  readonly symbols: number;
  readonly diagnostics: number;
  /** MB. */
  readonly rss: number | undefined;
  readonly peak: number | undefined;
}

export interface LanguageBenchOptions {
  readonly root: string;
  /** Where our bundles are. */
  readonly dist: string;
  /** Where the floor's bundle is. */
  readonly floor: string;
  readonly sizes: readonly number[];
  readonly keys: number;
  readonly starts: number;
  onRow(row: LanguageRow): void;
}

/** The floor comes first: figures are held against its. */
export function serverSpecs({
  root,
  dist,
  floor,
}: Pick<LanguageBenchOptions, 'root' | 'dist' | 'floor'>): readonly ServerSpec[] {
  const schema = pathToFileURL(join(root, 'schemas/roles.schema.json')).href;
  return [
    { name: 'floor', args: [floor, '--stdio'] },
    { name: 'Twilio Roles', args: [join(dist, 'server.js'), '--stdio'] },
    {
      name: 'yaml-language-server',
      args: [join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
      settings: {
        yaml: { schemas: { [schema]: '*.roles.yaml' }, validate: true, completion: true, hover: true },
      },
    },
  ];
}

/** Measures every server on every file; servers take turns, so that a slow minute hits all of them. */
export async function benchLanguage(options: LanguageBenchOptions): Promise<readonly LanguageRow[]> {
  const rows: LanguageRow[] = [];
  for (const roles of options.sizes) {
    for (const errors of [0, 0.002]) {
      const text = bigFile({ roles, errors });
      const specs = serverSpecs(options);
      const starts = new Map(specs.map((spec) => [spec, [] as number[]]));
      for (let run = 0; run < options.starts; run++) {
        for (const [spec, times] of starts) if (isWorthIt(times)) times.push(await start(spec, text));
      }
      for (const [spec, times] of starts) {
        const row = await measure(spec, text, { roles, errors, start: median(times) }, options);
        rows.push(row);
        options.onRow(row);
      }
    }
  }
  return rows;
}

/** A server that takes many seconds to start says as much in two runs as in ten. */
function isWorthIt(times: readonly number[]): boolean {
  return times.length < 2 || median(times) < 3000;
}

async function start(spec: ServerSpec, text: string): Promise<number> {
  const client = new LanguageClient(spec);
  try {
    await client.open(spec, text);
    return client.age;
  } finally {
    await client.close();
  }
}

async function measure(
  spec: ServerSpec,
  text: string,
  known: Pick<LanguageRow, 'roles' | 'errors' | 'start'>,
  options: LanguageBenchOptions,
): Promise<LanguageRow> {
  const client = new LanguageClient(spec);
  try {
    await client.open(spec, text);
    const diagnostics = client.diagnostics.length;
    const line = lineOf(text, Math.max(1, Math.floor(known.roles / 2)));
    const probe = await typeKeys(client, line, 3);
    // A slow server gets fewer keys and questions: a median of a few says as much as one of 200.
    const isSlow = median(probe) > 100;
    const keys = await typeKeys(client, line, isSlow ? 6 : options.keys);
    const asked = isSlow ? 2 : 5;
    const position = { line: line + 3, character: 8 };
    const idle = await askRepeatedly(client, 'textDocument/completion', { position }, asked);
    const completionAfterKey: number[] = [];
    const hoverAfterKey: number[] = [];
    for (let run = 0; run < asked; run++) {
      completionAfterKey.push(await afterKey(client, line, 'textDocument/completion', position));
      hoverAfterKey.push(await afterKey(client, line, 'textDocument/hover', position));
    }
    const symbols = await askRepeatedly(client, 'textDocument/documentSymbol', {}, asked);
    const memory = client.memory();
    return {
      ...known,
      server: spec.name,
      key50: median(keys),
      key95: quantile(keys, 0.95),
      completion: median(idle),
      completionAfterKey: median(completionAfterKey),
      hoverAfterKey: median(hoverAfterKey),
      symbols: median(symbols),
      diagnostics,
      rss: memory?.rss,
      peak: memory?.peak,
    };
  } finally {
    await client.close();
  }
}

const nameColumn = '  - friendlyName: '.length;

function lineOf(text: string, role: number): number {
  const at = text.indexOf(`  - friendlyName: Role ${role}\n`);
  return text.slice(0, at).split('\n').length - 1;
}

function insertion(line: number, offset: number) {
  const at = { line, character: nameColumn + offset };
  return { start: at, end: at };
}

function removal(line: number, offset: number) {
  return {
    start: { line, character: nameColumn + offset },
    end: { line, character: nameColumn + offset + 1 },
  };
}

/** Types and deletes one letter in the name of the role in the middle; each is a keystroke. */
async function typeKeys(client: LanguageClient, line: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 2) {
    times.push(await client.edit(insertion(line, 0), 'x'));
    times.push(await client.edit(removal(line, 0), ''));
  }
  return times;
}

/** Types a letter and asks at once, before its diagnostics are there; gives the question's milliseconds. */
async function afterKey(
  client: LanguageClient,
  line: number,
  method: string,
  position: object,
): Promise<number> {
  const edited = client.edit(insertion(line, 0), 'x');
  const ms = await client.ask(method, { position });
  await edited;
  await client.edit(removal(line, 0), '');
  return ms;
}

async function askRepeatedly(client: LanguageClient, method: string, params: object, runs: number) {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await client.ask(method, params));
  return times;
}
