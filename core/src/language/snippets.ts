import { roleTypes } from '../catalog';
import { permissionCompletions } from './complete-permissions';
import type { Completion, CompletionContext } from './completion-item';
import type { ItemPlace, KeyPlace } from './place';

/** An item of a list with its dash, where a line has none yet: a permission for what is typed, an entry for nothing. */
export function itemCompletions(context: CompletionContext, { list, column }: ItemPlace): Completion[] {
  const { word, flow } = context.place;
  if (list === 'permissions') {
    return permissionCompletions(context).map((completion) => ({
      ...completion,
      newText: `- ${completion.newText}`,
      ...(word.value.startsWith('-') && { filter: `- ${completion.label}` }),
    }));
  }
  if (word.value !== '' && word.value !== '-') return [];
  if (flow) return [flowEntry(context, list)];
  const before = ' '.repeat(column - context.place.column);
  const indent = ' '.repeat(column + 2);
  const lines = list === 'roles' ? roleLines(context) : userLines;
  return [
    {
      label: list === 'roles' ? '- role' : '- user',
      kind: 'snippet',
      detail: list === 'roles' ? 'a new role' : 'a new user',
      span: word,
      newText: `${before}- ${lines.join(`\n${indent}`)}`,
      snippet: true,
      filter: '-',
    },
  ];
}

/** A whole entry in a list in brackets. */
function flowEntry({ place, product }: CompletionContext, list: 'roles' | 'users'): Completion {
  const isRole = list === 'roles';
  const pairs = isRole
    ? `friendlyName: ${stop(1, 'Name')}, type: ${choice(2, roleTypes[product])}, permissions: [${stop(3, 'sendMessage')}]`
    : userLines.join(', ');
  return {
    label: isRole ? '{ role }' : '{ user }',
    kind: 'snippet',
    detail: isRole ? 'a new role' : 'a new user',
    span: place.word,
    newText: `{ ${pairs} }`,
    snippet: true,
    filter: '{',
  };
}

/** A whole entry where only its dash is there, and a whole file where nothing is. */
export function fileSnippet(context: CompletionContext, { mapping }: KeyPlace): Completion[] {
  const { document, place } = context;
  const { word, column, flow, entry } = place;
  if (flow || word.colon || word.quote) return [];
  if (mapping === 'head' && document.head.entry.node === undefined && document.blocks.length === 1) {
    return [snippet(context, 'roles.yaml', 'a whole file', fileLines(context), '')];
  }
  const isEmpty = entry !== undefined && /^\s*-\s*[\w-]*\s*$/.test(entry.text.replaceAll(/#.*/g, ''));
  if (!isEmpty || (mapping !== 'role' && mapping !== 'user')) return [];
  const lines = mapping === 'role' ? roleLines(context) : userLines;
  return [snippet(context, mapping, `a whole ${mapping}`, lines, ' '.repeat(column))];
}

function snippet(
  { place }: CompletionContext,
  label: string,
  detail: string,
  lines: readonly string[],
  indent: string,
): Completion {
  return {
    label,
    kind: 'snippet',
    detail,
    span: place.word,
    newText: lines.join(`\n${indent}`),
    snippet: true,
    sort: '2',
  };
}

function roleLines({ product }: CompletionContext): readonly string[] {
  return [
    `friendlyName: ${stop(1, 'Name')}`,
    `type: ${choice(2, roleTypes[product])}`,
    'permissions:',
    `  - ${stop(3, 'sendMessage')}$0`,
  ];
}

const userLines: readonly string[] = [
  `identity: ${stop(1, 'alice@example.com')}`,
  `role: ${stop(2, 'Name')}$0`,
];

function fileLines(context: CompletionContext): readonly string[] {
  const [first = '', ...rest] = roleLines(context);
  return [
    'product: conversations',
    'service: default',
    '',
    'roles:',
    `  - ${first}`,
    ...rest.map((line) => `    ${line}`),
    '',
  ];
}

/** A place to type in, in snippet syntax. */
export function stop(number: number, text: string): string {
  return `\${${number}:${text}}`;
}

/** A place to choose in, in snippet syntax. */
export function choice(number: number, words: readonly string[]): string {
  return `\${${number}|${words.join(',')}|}`;
}

/** What a snippet of ours leaves when nobody types in its places. */
export function plainText(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|[^|]*\|\}/g, '')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
}
