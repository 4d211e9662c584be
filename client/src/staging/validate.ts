/** What is wrong with what a person typed. Pure, for the tests. */

/** Twilio's limit of a role's name, in characters. */
const longestName = 64;
/** Twilio documents 16 KB for attributes of conversations and none for users; the same is taken for these. */
const longestAttributes = 16 * 1024;

export function nameProblem(text: string, taken: readonly string[]): 'empty' | 'long' | 'taken' | undefined {
  if (text.trim() === '') return 'empty';
  if ([...text].length > longestName) return 'long';
  return taken.includes(text) ? 'taken' : undefined;
}

export function attributesProblem(text: string): 'json' | 'object' | 'long' | undefined {
  if (new TextEncoder().encode(text).length > longestAttributes) return 'long';
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'object';
  } catch {
    return 'json';
  }
}
