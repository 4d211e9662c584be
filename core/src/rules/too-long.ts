import type { ValueKind } from '../document/keys';
import type { Finding } from '../finding';
import type { Field } from './fields';

/** Values of a kind with more characters than Twilio takes. A character is a code point: the kinder way to count. */
export function* tooLong(fields: readonly Field[], kind: ValueKind, longest: number): Iterable<Finding> {
  for (const { info, value } of fields) {
    if (info.value !== kind || value?.kind !== 'scalar' || value.value.length <= longest) continue;
    // A value may be megabytes long, so its characters aren't spread out to be counted.
    const pairs = value.value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
    const length = value.value.length - pairs;
    if (length <= longest) continue;
    const { start, end } = value;
    yield {
      start,
      end,
      message: `"${info.key}" has ${length} characters; shorten it to ${longest} or fewer`,
    };
  }
}
