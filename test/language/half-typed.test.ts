import { describe, expect, it } from 'vitest';
import { check, parseDocument } from '../../core/src';
import { complete } from '../../core/src/language/completion';
import { hover } from '../../core/src/language/hover';
import { documentSymbols } from '../../core/src/language/symbols';

const before = `service: default
roles:
  - friendlyName: First
    type: service
    permissions:
      - joinConversatin
`;
const after = `  - friendlyName: Last
    type: conversation
    permissions:
      - sendMesage
defaults:
  user: First
  participant: Last
users:
  - identity: alice
    role: First
    attributes: "[1]"
`;

/** Each way to break the role in the middle. */
const broken: Readonly<Record<string, string>> = {
  'nothing but a dash': '  -\n',
  'a word without colon': '  - frien\n',
  'a key without value': '  - friendlyName:\n',
  'a key without colon in the middle': '  - friendlyName: Mid\n    type\n    permissions: []\n',
  'a double quote that nobody closed':
    '  - friendlyName: "Mid\n    type: service\n    permissions: [joinConversation]\n',
  'a single quote that nobody closed':
    "  - friendlyName: 'Mid\n    type: service\n    permissions: [joinConversation]\n",
  'a tab for indentation': '  - friendlyName: Mid\n\ttype: service\n    permissions: [joinConversation]\n',
  'an open bracket': '  - friendlyName: Mid\n    type: service\n    permissions: [joinConversation\n',
  'an open brace': '  - {friendlyName: Mid, type: service, permissions: [joinConversation]\n',
  'a stray bracket': '  - friendlyName: Mid\n    type: service ]\n    permissions: ]\n',
  'a stray brace': '  - friendlyName: Mid }\n    type: }\n    permissions: [joinConversation]\n',
  'too little indentation': '  - friendlyName: Mid\n   type: service\n    permissions: [joinConversation]\n',
  'too much indentation': '  - friendlyName: Mid\n      type: service\n    permissions: [joinConversation]\n',
  'a dash at the start of a line': '- \n',
  'a word at the start of a line': '- fr\n',
  'a role two columns to the left':
    '- friendlyName: Mid\n  type: service\n  permissions: [joinConversation]\n',
  'a role two columns to the right':
    '    - friendlyName: Mid\n      type: service\n      permissions: [joinConversation]\n',
  'no space after a colon': '  - friendlyName: Mid\n    type:service\n    permissions: [joinConversation]\n',
  'a colon in a value':
    '  - friendlyName: Mid: dle\n    type: service\n    permissions: [joinConversation]\n',
  'an anchor twice': '  - friendlyName: &a &b Mid\n    type: service\n    permissions: [joinConversation]\n',
  'an alias of nothing': '  - friendlyName: Mid\n    type: service\n    permissions:\n      - *nothing\n',
  'an alias without name': '  - friendlyName: Mid\n    type: service\n    permissions:\n      - *\n',
  'a reserved letter': '  - friendlyName: @Mid\n    type: service\n    permissions: [joinConversation]\n',
  'a percent sign': '  - friendlyName: %Mid\n    type: service\n    permissions: [joinConversation]\n',
  'a bad escape': '  - friendlyName: "Mid\\q"\n    type: service\n    permissions: [joinConversation]\n',
};

describe.each(Object.entries(broken))('with %s in the middle', (_, middle) => {
  const text = before + middle + after;
  const document = parseDocument(text);
  const problems = check(document);
  const isIn = (start: number, part: string) =>
    start >= text.indexOf(part) && start < text.indexOf(part) + part.length;

  it('the other entries keep their diagnostics, and get no false one', () => {
    const others = problems.filter(({ start }) => !isIn(start, middle));
    expect(others.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)).toEqual([
      'unknown-permission joinConversatin',
      'unknown-permission sendMesage',
      'malformed-attributes "[1]"',
    ]);
  });

  it('the other entries keep their symbols', () => {
    const names = documentSymbols(document).flatMap(({ name, children = [] }) => [
      name,
      ...children.map((child) => child.name),
    ]);
    expect(names).toEqual(expect.arrayContaining(['First', 'Last', 'alice']));
  });

  it.each([
    ['      - joinConversatin', 'joinConversation'],
    ['      - sendMesage', 'sendMessage'],
    ['    role: First', 'First'],
    ['    type: conversation', 'service'],
    ['  participant: La', 'Last'],
  ])('completion goes on after %j', (place, label) => {
    const labels = complete(document, text.indexOf(place) + place.length).map((item) => item.label);
    expect(labels).toContain(label);
  });

  it('hover goes on', () => {
    expect(hover(document, text.indexOf('type: conversation') + 1)?.markdown).toContain('level');
    expect(hover(document, text.indexOf('participant: Last') + 14)?.markdown).toContain('Last');
  });

  it('a key can be completed in the next entry before it is written', () => {
    const typed = `${before}${middle}  - friendlyName: New\n    \n${after}`;
    const offset = typed.indexOf('friendlyName: New\n    ') + 'friendlyName: New\n    '.length;
    expect(complete(parseDocument(typed), offset).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['type', 'permissions']),
    );
  });
});

describe('in a broken entry itself', () => {
  it.each([
    ['roles:\n  - friendlyName: "Mid\n    type: $0\n    permissions: []\n', 'service'],
    ['roles:\n  - friendlyName: Mid\n    type\n    permissions:\n      - $0\n', 'sendMessage'],
    ['roles:\n  - friendlyName: Mid\n   type: service\n    permissions: [$0\n', 'joinConversation'],
    ['roles:\n  - friendlyName: Mid ]\n    $0\n', 'type'],
    ['roles:\n  - friendlyName: @Mid\n    type: service\n    perm$0\n', 'permissions'],
  ])('%j offers %s', (marked, label) => {
    const offset = marked.indexOf('$0');
    const labels = complete(parseDocument(marked.replace('$0', '')), offset).map((item) => item.label);
    expect(labels).toContain(label);
  });
});
