import { expect, it } from 'vitest';
import { didYouMean, nearMisses } from '../../core/src/near-miss';

const words = ['sendMessage', 'editOwnMessage', 'editAnyMessage', 'type', 'sid', 'user'];

it.each([
  ['sendMesage', ['sendMessage']],
  ['send_message', ['sendMessage']],
  ['SENDMESSAGE', ['sendMessage']],
  ['tpye', ['type']],
  ['editMessage', []],
  ['id', []],
  ['x'.repeat(100_000), []],
])('%s', (typed, meant) => {
  expect(nearMisses(typed, words)).toEqual(meant);
});

it('gives all that are equally near, so that nobody takes one for certain', () => {
  expect(nearMisses('editMember', ['editMembers', 'editMembez', 'editOther'])).toEqual([
    'editMembers',
    'editMembez',
  ]);
});

it('asks about what was meant, or says what to do', () => {
  expect(didYouMean(['a', 'b'], 'write c')).toBe('did you mean "a" or "b"?');
  expect(didYouMean([], 'write c')).toBe('write c');
});
