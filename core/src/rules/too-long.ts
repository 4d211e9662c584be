import type { ValueKind } from '../document/keys';
import type { Block } from '../document/model';
import type { Finding } from '../finding';
import { fieldsOf } from './fields';

/** Values of a kind with more characters than Twilio takes. A character is a code point: the kinder way to count. */
export function* tooLong(block: Block, kind: ValueKind, longest: number): Iterable<Finding> {
  for (const { info, value } of fieldsOf(block)) {
    if (info.value !== kind || value?.kind !== 'scalar' || value.value.length <= longest) continue;
    const length = [...value.value].length;
    if (length <= longest) continue;
    const { start, end } = value;
    yield {
      start,
      end,
      message: `"${info.key}" has ${length} characters; shorten it to ${longest} or fewer`,
    };
  }
}
