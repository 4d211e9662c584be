import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, Diagnostic } from 'vscode-languageserver-protocol';
import { atCursor, LanguageSession, modernClient } from '../support/language-session';
import { YamlLanguageServer } from '../support/yaml-language-server';

const schema = readFileSync(new URL('../../schemas/roles.schema.json', import.meta.url), 'utf8');

/** Red Hat's server, told what our extension tells it of our files. */
let redHat: YamlLanguageServer;
/** The same with our schema, as people have it who validate by schema: what the test has to see disappear. */
let withSchema: YamlLanguageServer;
let count = 0;

beforeAll(async () => {
  redHat = await YamlLanguageServer.start(() => ({ uri: 'twilio-roles://schema/anything', content: '{}' }));
  withSchema = await YamlLanguageServer.start(() => ({
    uri: 'twilio-roles://schema/roles',
    content: schema,
  }));
});

afterAll(async () => {
  await redHat[Symbol.asyncDispose]();
  await withSchema[Symbol.asyncDispose]();
});

const mistakes = `roles:
  - friendly_name: Agent
    type: servise
    permissions: [joinConversatin]
    sid: RL1
`;

async function ours(text: string, yamlServer: boolean): Promise<readonly Diagnostic[]> {
  await using session = await LanguageSession.start({ capabilities: modernClient, options: { yamlServer } });
  await session.open(text);
  return session.pull();
}

const nextUri = () => `file:///project/${count++}/roles.yaml`;

describe("beside Red Hat's server", () => {
  it('mistakes of the format are ours to tell, once', async () => {
    expect(await redHat.open(nextUri(), mistakes)).toEqual([]);
    expect((await ours(mistakes, true)).length).toBeGreaterThanOrEqual(4);
    expect((await withSchema.open(nextUri(), mistakes)).length).toBeGreaterThan(0);
  });

  it.each([
    ['an open quote', 'roles:\n  - friendlyName: "A\n'],
    ['a tab', 'roles:\n  - friendlyName: A\n\ttype: service\n'],
    ['a repeated key', 'roles:\n  - type: service\n    type: service\n'],
    ['a repeated key at the top', 'service: default\nservice: default\n'],
    ['an anchor that nobody uses', 'service: default\nx-a: &a []\n'],
    ['an alias of nothing', 'roles:\n  - permissions:\n      - *nothing\n'],
    ['a list and a mapping in one', 'roles:\n  - friendlyName: A\nservice: default\n- x\n'],
    ['an open bracket', 'roles:\n  - friendlyName: A\n    permissions: [sendMessage\n'],
  ])("YAML's own is told once: %s", async (_, text) => {
    const theirs = await redHat.open(nextUri(), text);
    expect(theirs.length).toBeGreaterThan(0);
    const beside = await ours(text, true);
    const both = beside.filter((own) =>
      theirs.some((other) => own.range.start.line === other.range.start.line),
    );
    expect(
      both.filter(({ code }) => ['yaml-syntax', 'duplicate-key', 'unused-anchor'].includes(String(code))),
    ).toEqual([]);
    const alone = await ours(text, false);
    expect(alone.length).toBeGreaterThan(beside.length);
  });

  it.each([
    ['a second document', 'roles: []\n---\nusers: []\n', 'A second document begins here'],
    ['more than 10 MB', `# twilio-roles\n${'# comment\n'.repeat(1_100_000)}`, 'larger than 10 MB'],
    [
      'a key that lost its indentation',
      'roles:\n  - friendlyName: A\n    type: service\npermissions: [joinConversation]\n',
      'The indentation of this line fits nothing above it',
    ],
    ['the same of a user', 'users:\n  - identity: a\nrole: Agent\n', 'The indentation of this line'],
    [
      'a role among the permissions of the one above',
      'roles:\n  - friendlyName: A\n    permissions:\n    - joinConversation\n    - friendlyName: B\n',
      'This "-" isn\'t below the others of "roles"',
    ],
    ['a bomb of aliases', 'roles:\n  - permissions: &a [*a]\n', 'Aliases bring more than 200 items'],
    ['lists 70 deep', `service: default\nx-a: ${'['.repeat(70)}${']'.repeat(70)}\n`, 'More than 64 lists'],
    ['a NUL character', 'roles:\n  - friendlyName: A\0B\n', 'A NUL character'],
    ['half of a surrogate pair', 'roles:\n  - friendlyName: a\ud800\n', 'A control character'],
    ['a control character in quotes', 'roles:\n  - friendlyName: "a\u0007"\n', 'A control character'],
  ])('what Red Hat does not know of is told all the same: %s', async (_, text, message) => {
    if (text.length < 1_000_000) expect(await redHat.open(nextUri(), text)).toEqual([]);
    const told = (await ours(text, true)).filter(({ code }) => code === 'yaml-syntax');
    expect(told.map((diagnostic) => diagnostic.message)).toEqual([expect.stringContaining(message)]);
  });

  it('a bracket that closes at the column of its key is read, as Red Hat reads it', async () => {
    const text =
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: [\n      joinConversatin\n    ]\n';
    expect(await redHat.open(nextUri(), text)).toEqual([]);
    for (const yamlServer of [true, false]) {
      expect((await ours(text, yamlServer)).map(({ code }) => code)).toEqual(['unknown-permission']);
    }
  });

  it.each([
    'roles:\n  - $0',
    'roles:\n  - friendlyName: A\n    type: $0',
    'roles:\n  - friendlyName: A\n    type: service\n    permissions:\n      - $0',
    'defaults:\n  $0',
    'product: conversations\n$0',
  ])('completion comes from one of both: %j', async (marked) => {
    const { text, position } = atCursor(marked);
    const uri = nextUri();
    await redHat.open(uri, text);
    expect(await items(redHat, uri, position)).toEqual([]);
    await using session = await LanguageSession.start({ capabilities: modernClient });
    await session.open(text);
    expect(
      (await session.ask<CompletionItem[]>('textDocument/completion', { position })).length,
    ).toBeGreaterThan(0);
  });

  it('would double without being told', async () => {
    const { text, position } = atCursor('roles:\n  - friendlyName: A\n    $0');
    const uri = nextUri();
    await withSchema.open(uri, text);
    expect((await items(withSchema, uri, position)).map(({ label }) => label)).toContain('type');
  });
});

async function items(
  server: YamlLanguageServer,
  uri: string,
  position: object,
): Promise<readonly CompletionItem[]> {
  const answer = await server.ask<CompletionList | CompletionItem[] | null>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}
