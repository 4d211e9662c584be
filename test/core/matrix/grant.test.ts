import { describe, expect, it } from 'vitest';
import { parseDocument, setPermission } from '../../../core/src';

/** The file after `permission` is granted (+) to its only role, or taken away (-); or why that is refused. */
function changed(text: string, change: `${'+' | '-'}${string}`): string {
  const [role] = parseDocument(text).roles;
  if (!role) throw new Error('The file has no role.');
  const result = setPermission(text, role, change.slice(1), change.startsWith('+'));
  if ('refused' in result) return `refused: ${result.refused}`;
  return result.edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.newText + done.slice(edit.end), text);
}

const block = `roles:
  - friendlyName: Agent   # the name
    type: service
    permissions:
      # why
      - joinConversation # first
      - addParticipant

users: []
`;

describe('a permission in a list of lines', () => {
  it('is granted at its end', () => {
    expect(changed(block, '+createConversation')).toBe(
      block.replace('      - addParticipant\n', '      - addParticipant\n      - createConversation\n'),
    );
  });

  it('is taken away with its line and the comment on it', () => {
    expect(changed(block, '-joinConversation')).toBe(block.replace('      - joinConversation # first\n', ''));
  });

  it('leaves an empty list where it was the last', () => {
    const one =
      'roles:\n  - friendlyName: A\n    type: service\n    permissions:\n      - joinConversation\n';
    expect(changed(one, '-joinConversation')).toBe(
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: []\n',
    );
  });

  it('is taken away at the end of a file without a line break', () => {
    const text = 'roles:\n  - friendlyName: A\n    permissions:\n      - a\n      - b';
    expect(changed(text, '-b')).toBe('roles:\n  - friendlyName: A\n    permissions:\n      - a');
    expect(changed(text, '+c')).toBe(`${text}\n      - c`);
  });

  it('keeps CRLF', () => {
    const text = block.replaceAll('\n', '\r\n');
    expect(changed(text, '+createConversation')).toContain(
      '- addParticipant\r\n      - createConversation\r\n',
    );
    expect(changed(text, '-addParticipant')).toBe(text.replace('      - addParticipant\r\n', ''));
  });

  it('is left alone where it is as asked', () => {
    expect(changed(block, '+joinConversation')).toBe(block);
    expect(changed(block, '-createConversation')).toBe(block);
  });
});

describe('a permission in brackets', () => {
  const text = (list: string) => `roles:\n  - friendlyName: A\n    permissions: ${list}\n`;

  it('is granted at their end', () => {
    expect(changed(text('[a, b]'), '+c')).toBe(text('[a, b, c]'));
    expect(changed(text('[]'), '+c')).toBe(text('[c]'));
  });

  it('is taken away with its comma', () => {
    expect(changed(text('[a, b, c]'), '-a')).toBe(text('[b, c]'));
    expect(changed(text('[a, b, c]'), '-b')).toBe(text('[a, c]'));
    expect(changed(text('[a, b, c]'), '-c')).toBe(text('[a, b]'));
    expect(changed(text('[a]'), '-a')).toBe(text('[]'));
  });
});

describe('a role without a list', () => {
  it('gets one', () => {
    expect(changed('roles:\n  - friendlyName: A\n    type: service # why\n', '+a')).toBe(
      'roles:\n  - friendlyName: A\n    type: service # why\n    permissions: [a]\n',
    );
    expect(changed('roles:\n  - friendlyName: A\n    permissions:\n    type: service\n', '+a')).toBe(
      'roles:\n  - friendlyName: A\n    permissions: [a]\n    type: service\n',
    );
  });
});

describe('a list that others share', () => {
  const text = (list: string) =>
    `x-own: &own [a, b]\nroles:\n  - friendlyName: A\n    permissions: ${list}\n`;

  it('is added to beside the alias', () => {
    expect(changed(text('*own'), '+c')).toBe(text('[*own, c]'));
    expect(changed(text('[*own]'), '+c')).toBe(text('[*own, c]'));
  });

  it('is not taken from', () => {
    expect(changed(text('[*own, c]'), '-a')).toBe('refused: "a" comes in by "*own". Change it in the file.');
    expect(changed(text('[*own, c]'), '-c')).toBe(text('[*own]'));
  });

  it('is not taken away where others may use it', () => {
    const text = (list: string) => `roles:\n  - friendlyName: A\n    permissions: ${list}\n`;
    const refusal = 'refused: "b" is the anchor "&x", which others may use. Change it in the file.';
    expect(changed(text('[a, &x b, *x]'), '-b')).toContain('refused: "b" comes in by "*x".');
    expect(changed(text('[a, &x b, c]'), '-b')).toBe(refusal);
    expect(changed(text('[&x b]'), '-b')).toBe(refusal);
  });

  it('is not added to where it is anchored', () => {
    expect(changed(text('&mine [c]'), '+d')).toBe(
      'refused: The list is the anchor "&mine", which others may use. Change it in the file.',
    );
  });
});
