import type { PermissionItem } from '../../document/model';

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

/** How a name is written as a YAML value: plain where that is safe anywhere, quoted otherwise. */
export function yamlWord(value: string): string {
  const isPlain = /^[A-Za-z][\w .@-]*$/.test(value) && !value.endsWith(' ');
  return isPlain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
}

/** A permission as a message names it: `"sendMessage"`, and ` (from *name)` after it where an alias brings it in. */
export function named({ value, alias }: PermissionItem): string {
  return quoted(value) + (alias === undefined ? '' : ` (from *${alias})`);
}
