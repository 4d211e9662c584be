import { MarkdownString } from 'vscode';

/** Names are anybody's text: they are shown as they are and never as Markdown. */
export function plainTooltip(text: string): MarkdownString {
  return new MarkdownString().appendText(text);
}
