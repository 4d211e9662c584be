import { shortened } from '../rules/parts/words';

/** Text as Markdown that shows exactly that text: names come from files and accounts that anybody may have written. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&');
}

/** A name in Markdown. The file's may be as long as the file. */
export function nameText(name: string): string {
  return escapeMarkdown(shortened(name));
}

/** More permissions than a catalog has aren't listed. */
const mostListed = 40;

/** A list in Markdown, each item in Markdown itself. */
export function bullets(items: readonly string[]): string {
  const rest = items.length - mostListed;
  const shown = items.slice(0, mostListed).map((item) => `- ${item}`);
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

/** An address that is our own, under a text. */
export function link(text: string, href: string): string {
  return `[${escapeMarkdown(text)}](${href})`;
}

/** Paragraphs, of which some may be absent. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
