/** What is looked at where nothing else is set: the default of `twilioRoles.files`. */
export const defaultFilePatterns: readonly string[] = ['**/roles.{yaml,yml}', '**/*.roles.{yaml,yml}'];

/** A relative glob made to hold in every folder, as it does in VS Code's own settings. */
export function anywhere(pattern: string): string {
  return pattern.startsWith('**/') || pattern.startsWith('/') ? pattern : `**/${pattern}`;
}
