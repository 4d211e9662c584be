/** What a screen reader says of a row: what it is and is called, then how it stands. */
export function spoken(name: string, ...states: readonly (string | false | undefined)[]): string {
  return [name, ...states].filter(Boolean).join(', ');
}
