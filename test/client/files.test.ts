import { describe, expect, it } from 'vitest';
import { locateRole } from '../../client/src/files/locate-role';
import { minimalEdit } from '../../client/src/files/minimal-edit';
import { anywhere, parseDocument, type RoleSid } from '../../core/src';

describe('a role in a file', () => {
  const text = `roles:
  - friendlyName: Agent
    type: conversation
  - friendlyName: Agent
    type: service
  - friendlyName: Renamed
    type: service
    sid: RL00000000000000000000000000000001
`;
  const document = parseDocument(text);
  const lineOf = (role: Parameters<typeof locateRole>[1]) => {
    const span = locateRole(document, role);
    return span && `${text.slice(0, span.start).split('\n').length}: ${text.slice(span.start, span.end)}`;
  };

  it('is found by name and type', () => {
    expect(lineOf({ friendlyName: 'Agent', type: 'service' })).toBe('4: Agent');
    expect(lineOf({ friendlyName: 'Nobody', type: 'service' })).toBeUndefined();
  });

  it('is found by the SID that pins it, whatever it is called', () => {
    const sid = 'RL00000000000000000000000000000001' as RoleSid;
    expect(lineOf({ friendlyName: 'Was', type: 'service', sid })).toBe('6: Renamed');
  });
});

describe('the smallest edit', () => {
  it.each([
    ['same', 'same', { start: 4, end: 4, newText: '' }],
    ['a b c', 'a x c', { start: 2, end: 3, newText: 'x' }],
    ['aa', 'aaa', { start: 2, end: 2, newText: 'a' }],
    ['abab', 'ab', { start: 2, end: 4, newText: '' }],
    ['', 'new', { start: 0, end: 0, newText: 'new' }],
  ])('makes %j into %j', (before, after, edit) => {
    expect(minimalEdit(before, after)).toEqual(edit);
    expect(before.slice(0, edit.start) + edit.newText + before.slice(edit.end)).toBe(after);
  });
});

it('lets a relative pattern hold in every folder', () => {
  expect(['infra/roles.yaml', '**/roles.yaml', '/etc/roles.yaml'].map(anywhere)).toEqual([
    '**/infra/roles.yaml',
    '**/roles.yaml',
    '/etc/roles.yaml',
  ]);
});
