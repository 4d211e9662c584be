/** Which rows the tree shows. Pure. */

/** What a row is, as the filter asks it. */
export type Kind = 'conversation-role' | 'service-role' | 'defaults' | 'user';

export const kinds: readonly Kind[] = ['conversation-role', 'service-role', 'defaults', 'user'];

export interface Filter {
  /** Matched anywhere in a name, whatever its case; empty for everything. */
  readonly text: string;
  readonly kinds: ReadonlySet<Kind>;
}

export const everything: Filter = { text: '', kinds: new Set(kinds) };

export function isFiltering({ text, kinds: shown }: Filter): boolean {
  return text !== '' || shown.size < kinds.length;
}

/** Whether one of the texts that a row is known by matches. */
export function matches({ text }: Filter, ...texts: readonly (string | undefined)[]): boolean {
  if (text === '') return true;
  const wanted = text.toLowerCase();
  return texts.some((candidate) => candidate?.toLowerCase().includes(wanted));
}
