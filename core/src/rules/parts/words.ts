import type { PermissionItem, YamlScalar } from '../../document/model';

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

/** A permission as a message names it: `"sendMessage"`, and ` (from *name)` after it where an alias brings it in. */
export function named({ value, alias }: PermissionItem): string {
  return quoted(value) + (alias === undefined ? '' : ` (from *${alias})`);
}
