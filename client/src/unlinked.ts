/**
 * A text for a notification or an input box. VS Code makes links of `[words](command:…)` in them, and a name may be
 * anybody's: with a space in between it stays text.
 */
export function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}
