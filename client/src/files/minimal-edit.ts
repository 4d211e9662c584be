import type { Edit } from '../../../core/src';

/** The one replacement that makes `before` into `after`, as small as its ends allow, so that cursors and folds stay. */
export function minimalEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
