import { contentOf, isNull, isTooShared, mostSharedKeys, type Resolve } from '../document/entries';
import type { Block, YamlNode, YamlScalar } from '../document/model';
import type { Finding, Fix } from '../finding';
import { atAlias } from './parts/at-alias';
import { expectedShapes, shapeNames } from './parts/expected-shapes';
import type { Field } from './parts/fields';
import { firstLine } from './parts/first-line';
import { wrongContent } from './parts/wrong-content';
import type { Rule } from './rule';

export const wrongValue = {
  id: 'wrong-value',
  severity: 'error',
  scope: 'entry',
  fixable: true,
  summary: 'A value is not of the kind that its key takes.',
  why: 'A list where one value belongs, a word that the key does not know, or half of a character cannot be deployed as it was meant.',
  bad: `
product: conversation
roles:
  - friendlyName: Customer
    type: conversation
    permissions: sendMessage
`,
  good: `
product: conversations
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check(block, { product, mappings, fields, resolve }) {
    if (mappings.length === 0) return wrongEntry(block, resolve);
    return fields.flatMap((field) =>
      atAlias(field.alias, wrongShape(field, block.text) ?? wrongContent(field, product, resolve)),
    );
  },
} as const satisfies Rule;

/** An entry, or a file, that is no mapping at all. */
function wrongEntry({ entry: { kind, node }, text }: Block, resolve: Resolve): readonly Finding[] {
  const content = node && contentOf(node, resolve);
  const isEmpty = !content || isNull(content);
  const isSeen = node && !isNull(node);
  const { start, end } = firstLine(text, isSeen ? node : { start: text.search(/\S|$/), end: text.length });
  if (content?.kind === 'mapping') return [{ start, end, message: tooManyKeys(`This ${kind}`) }];
  const is = isEmpty ? 'empty' : shapeNames[content.kind];
  if (kind !== 'head') {
    const first = kind === 'role' ? 'friendlyName' : 'identity';
    return [{ start, end, message: `This ${kind} is ${is}; begin it with "- ${first}:"` }];
  }
  return isEmpty ? [] : [{ start, end, message: `The file is ${is}; begin it with a key such as "roles:"` }];
}

function wrongShape({ info, key, value, alias }: Field, text: string): readonly Finding[] | undefined {
  const { shapes, takes, mayBeEmpty, isWrittenHere } = expectedShapes[info.value];
  if (alias && isWrittenHere) {
    const { start, end } = alias;
    return [{ start, end, message: `"${info.key}" is an alias; ${takes}` }];
  }
  if (value && info.value === 'role-sid' && isTooShared(value, alias)) {
    const { start, end } = value;
    return [{ start, end, message: tooManyKeys('"sid"') }];
  }
  if (!value || isNull(value)) {
    if (mayBeEmpty) return undefined;
    const { start, end } = key;
    const remedy = info.required ? takes : `${takes}, or leave the key out`;
    return [{ start, end, message: `"${info.key}" has no value; ${remedy}` }];
  }
  if (shapes.includes(value.kind)) return undefined;
  if (info.value === 'permissions' && value.kind === 'scalar' && /^-\w/.test(value.value)) {
    return [gluedDash(value, text)];
  }
  const message = `"${info.key}" is ${shapeNames[value.kind]}; ${takes}`;
  return [
    { ...firstLine(text, value), message, ...(info.value === 'permissions' && { fixes: asList(value) }) },
  ];
}

/** Items whose dashes lack their space: YAML takes them for one word. */
function gluedDash(value: YamlScalar, text: string): Finding {
  const written = text.slice(value.start, value.end);
  const word = /^-(\S+)/.exec(value.value)?.[1] ?? '';
  const edit = { start: value.start, end: value.end, newText: written.replace(/^([ \t]*-)(?=\w)/gm, '$1 ') };
  return {
    ...firstLine(text, value),
    message: `A dash needs a space after it; write "- ${word}"`,
    fixes: [{ title: 'Add the space', edits: [edit], preferred: true }],
  };
}

function tooManyKeys(what: string): string {
  return `${what} has more than ${mostSharedKeys} keys by an alias; write fewer, or write them here`;
}

/** Words that only lack the brackets of a list. */
function asList(node: YamlNode): readonly Fix[] {
  if (node.kind !== 'scalar' || !/^\w+([\s,]+\w+)*$/.test(node.value)) return [];
  const newText = `[${node.value.split(/[\s,]+/).join(', ')}]`;
  return [
    { title: 'Make it a list', edits: [{ start: node.start, end: node.end, newText }], preferred: true },
  ];
}
