/** The words of plans, so that the editor, the terminal and a pull request say the same. */
import type { DefaultKey } from '../document/model';
import { printable } from '../printable';
import type { RoleRef } from './model';

export { printable };

/** A text with names in it. A renderer escapes names its own way, and never the words around them. */
export type Phrase = readonly (string | Name)[];

export interface Name {
  readonly name: string;
}

export function name(text: string): Name {
  return { name: text };
}

/** Says a message in the reader's language. `{0}` stands for the first of the values. */
export type Say = (message: string, ...values: readonly (string | number)[]) => string;

/** The language of the terminal, and of whatever is kept for others to read. */
export const english: Say = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));

/** Says what is among these translations, and the rest in English. */
export function translated(words: Readonly<Record<string, string>> = {}): Say {
  return (message, ...values) => english(words[message] ?? message, ...values);
}

/** Says one message of one thing and another of several. `{0}` stands for how many. */
export function many(
  say: Say,
  n: number,
  one: string,
  several: string,
  ...values: readonly (string | number)[]
): string {
  return say(n === 1 ? one : several, n, ...values);
}

/** Says a message with phrases for its values, so that names in them stay names. */
export function phrase(say: Say, message: string, ...parts: readonly Phrase[]): Phrase {
  const said = say(message, ...parts.map((_, at) => `{${at}}`));
  return said.split(/(\{\d\})/).flatMap((piece) => {
    const [, at] = /^\{(\d)\}$/.exec(piece) ?? [];
    return at === undefined ? (piece === '' ? [] : [piece]) : (parts[Number(at)] ?? []);
  });
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
