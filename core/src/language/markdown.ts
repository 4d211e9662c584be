/** Text as Markdown that shows exactly that text: names come from files and accounts that anybody may have written. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&');
}

/** An address that is our own, under a text. */
export function link(text: string, href: string): string {
  return `[${escapeMarkdown(text)}](${href})`;
}

/** Paragraphs, of which some may be absent. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
