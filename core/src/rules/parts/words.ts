import type { YamlScalar } from '../../document/model';
import type { JudgedPermission } from './judged-permissions';

/** `"a", "b" and "c"`. */
export function listed(words: readonly string[], joiner: 'and' | 'or'): string {
  const all = words.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${joiner} ${last}`;
}

/** A value of the file as a message quotes it. */
export function quoted(value: string): string {
  return `"${shortened(value)}"`;
}

/** A value of the file as it is shown to a person: on one line, and never long. */
export function shortened(value: string): string {
  const letters = [...value.slice(0, 200).replaceAll(/\s+/g, ' ')];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('');
}

/**
 * How a name is written as a YAML value: in the quotes that stood there, as JSON needs them; without any, plain where
 * that is safe anywhere, and quoted otherwise.
 */
export function yamlWord(value: string, style?: YamlScalar['style']): string {
  // Between single quotes a line break would become a space.
  if (style === 'single' && !/\p{Cc}/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (style === 'single' || style === 'double') return JSON.stringify(value);
  const isPlain = /^[A-Za-z][\w .@-]*$/.test(value) && !value.endsWith(' ');
  return isPlain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
}

/**
 * A permission as a message names it: `"sendMessage"`, and ` (from *name)` after it where an alias brings it in, or
 * ` (from *name, as are 2 more like it)`.
 */
export function named({ item: { value, alias }, others = 0 }: JudgedPermission): string {
  if (alias === undefined) return quoted(value);
  const more = others > 0 ? `, as ${others === 1 ? 'is' : 'are'} ${others} more like it` : '';
  return `${quoted(value)} (from *${alias}${more})`;
}
