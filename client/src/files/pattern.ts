/** A relative glob made to hold in every folder, as it does in VS Code's own settings. */
export function anywhere(pattern: string): string {
  return pattern.startsWith('**/') || pattern.startsWith('/') ? pattern : `**/${pattern}`;
}
