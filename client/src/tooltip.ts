import { MarkdownString } from 'vscode';
import { prose } from '../../core/src';

/**
 * A tooltip of a heading and paragraphs. Names in them may be anybody's: they are shown as they are and never as
 * Markdown, and an address in one is no link, which `appendText` alone would make of it.
 */
export function tooltip(
  heading: string,
  ...paragraphs: readonly (string | false | undefined)[]
): MarkdownString {
  return markdown([`**${prose(heading)}**`, ...plain(paragraphs)]);
}

/** The same without a heading. */
export function plainTooltip(...paragraphs: readonly (string | false | undefined)[]): MarkdownString {
  return markdown(plain(paragraphs));
}

function plain(paragraphs: readonly (string | false | undefined)[]): readonly string[] {
  return paragraphs.flatMap((text) => (text ? text.split(/\n+/).map(prose) : []));
}

function markdown(paragraphs: readonly string[]): MarkdownString {
  return new MarkdownString(paragraphs.join('\n\n'));
}
