import type { Block, Entry, Text } from '../../document/model';
import type { PlacedFinding } from '../rule';
import { inFileOrder } from './file-order';

/** A finding for each of the blocks but the first, at what makes it the same as the first. */
export function* repeatedEntries<E extends Entry>(
  blocks: Iterable<Block<E>>,
  place: (entry: E) => Text | undefined,
  message: (value: string) => string,
): Iterable<PlacedFinding> {
  const [first, ...others] = inFileOrder(blocks);
  const original = first && place(first.entry);
  // No name at all has a fault of its own.
  if (!first || !original || original.value.trim() === '') return;
  const related = [
    { block: first, start: original.start, end: original.end, message: 'The first one is here' },
  ];
  for (const block of others) {
    const again = place(block.entry);
    if (again) yield { block, start: again.start, end: again.end, message: message(again.value), related };
  }
}
