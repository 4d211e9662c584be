/** Whether a text has the letters of `typed` in that order, whatever is between them: how editors filter. */
export function isWithin(typed: string, text: string): boolean {
  const letters = text.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
