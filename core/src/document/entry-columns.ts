import type { Finding } from '../finding';
import type { PlacedSyntax } from './document';
import { EntryBlock } from './kept-blocks';
import { indentOf } from './lines';
import type { Piece } from './pieces';
import { yamlError } from './yaml';

type Columns = Map<number, Set<EntryBlock>>;

/**
 * The columns of the dashes of `roles:` and `users:`. YAML wants one column for each list; entries are cut apart
 * wherever their dashes are, so that a dash that has slipped spoils no entry but its own.
 */
export class EntryColumns {
  readonly #lists: Readonly<Record<'role' | 'user', Columns>> = { role: new Map(), user: new Map() };

  add(block: EntryBlock): void {
    const columns = this.#lists[block.entry.kind];
    const column = indentOf(block.text, 0);
    const blocks = columns.get(column);
    if (blocks) blocks.add(block);
    else columns.set(column, new Set([block]));
  }

  delete(block: EntryBlock): void {
    const columns = this.#lists[block.entry.kind];
    const column = indentOf(block.text, 0);
    const blocks = columns.get(column);
    blocks?.delete(block);
    if (blocks?.size === 0) columns.delete(column);
  }

  /**
   * Entries that aren't at the column that most of their list are at; of as many, the first entry's. `around` gives
   * the pieces beside an entry and the entry between them, in order.
   */
  uneven(around: (block: EntryBlock) => readonly Piece[]): PlacedSyntax[] {
    const uneven = [...findings('roles', this.#lists.role), ...findings('users', this.#lists.user)];
    return uneven.map(({ block, finding }) => {
      const near = around(block);
      const onlyHere = near.some((piece, n) => isWithin(near[n - 1], piece));
      return { block, finding: { ...finding, ...(onlyHere && { onlyHere }) } };
    });
  }
}

function* findings(
  list: string,
  columns: Columns,
): Generator<{ readonly block: EntryBlock; readonly finding: Finding }> {
  if (columns.size < 2) return;
  const [usual] = [...columns].reduce((best, other) => (isMoreUsual(other, best) ? other : best));
  for (const [column, blocks] of columns) {
    if (column === usual) continue;
    for (const block of blocks) yield { block, finding: finding(list, column, usual) };
  }
}

function isMoreUsual([, blocks]: [number, Set<EntryBlock>], [, best]: [number, Set<EntryBlock>]): boolean {
  return blocks.size > best.size || (blocks.size === best.size && firstStart(blocks) < firstStart(best));
}

function firstStart(blocks: Set<EntryBlock>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { start } of blocks) first = Math.min(first, start);
  return first;
}

function finding(list: string, column: number, usual: number): Finding {
  const spaces = Math.abs(usual - column) === 1 ? 'space' : 'spaces';
  const remedy = `indent it by ${Math.abs(usual - column)} ${spaces} ${usual > column ? 'more' : 'less'}`;
  return {
    start: column,
    end: column + 1,
    message: `This "-" isn't below the others of "${list}"; ${remedy}`,
  };
}

/** Whether YAML takes an entry for a part of the one above it, and has nothing against it. */
function isWithin(above: Piece | undefined, piece: Piece): boolean {
  if (!(above instanceof EntryBlock && piece instanceof EntryBlock)) return false;
  return indentOf(piece.text, 0) > indentOf(above.text, 0) && !yamlError(above.text + piece.text);
}
