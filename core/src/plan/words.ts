/** The words of plans, so that the editor, the terminal and a pull request say the same. */
import type { DefaultKey } from '../document/model';
import type { RoleRef } from './model';

/** A text with names in it. A renderer escapes names its own way, and never the words around them. */
export type Phrase = readonly (string | Name)[];

export interface Name {
  readonly name: string;
}

export function name(text: string): Name {
  return { name: text };
}

/** `1 change`, `3 changes`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** Whom a default is for. */
export const defaultFor: Readonly<Record<DefaultKey, string>> = {
  user: 'users',
  participant: 'participants',
  creator: 'creators',
};

/** `Customer (service)`. */
export function roleLabel(role: RoleRef): Phrase {
  return [name(role.friendlyName), ` (${role.type})`];
}

/** Phrases with a separator between them. */
export function joined(phrases: readonly Phrase[], separator = ', '): Phrase {
  return phrases.flatMap((phrase, i) => (i === 0 ? phrase : [separator, ...phrase]));
}

/** Plain text. Control characters in names are written out: a name can't move a terminal's cursor or end a line. */
export function plain(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : printable(part.name))).join('');
}

/** A name with its control and bidirectional characters written out as `\u202e`. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
