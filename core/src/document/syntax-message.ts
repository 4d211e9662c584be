/** The parser's reasons in our words: what is wrong, and what to write instead. */
export function syntaxMessage(reason: string): string {
  return `This isn't YAML: ${reason}`;
}
