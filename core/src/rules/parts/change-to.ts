import type { Fix } from '../../finding';
import type { Span } from '../../span';
import { quoted, yamlWord } from './words';

/** The fixes that write one of these values in place of what stands there; preferred where there is only one. */
export function changeTo({ start, end }: Span, values: readonly string[]): readonly Fix[] {
  return values.map((value) => ({
    title: `Change to ${quoted(value)}`,
    edits: [{ start, end, newText: yamlWord(value) }],
    ...(values.length === 1 && { preferred: true }),
  }));
}
