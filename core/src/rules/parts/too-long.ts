import type { Finding } from '../../finding';
import type { Field } from './fields';

/** A value with more characters than Twilio takes. A character is a code point: the kinder way to count. */
export function tooLong({ info, value }: Field, longest: number): readonly Finding[] | undefined {
  if (value?.kind !== 'scalar' || value.value.length <= longest) return undefined;
  // A value may be megabytes long, so its characters aren't spread out to be counted.
  const pairs = value.value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  const length = value.value.length - pairs;
  if (length <= longest) return undefined;
  const { start, end } = value;
  const message = `"${info.key}" has ${length} characters; shorten it to ${longest} or fewer`;
  return [{ start, end, message }];
}
