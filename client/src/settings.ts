import { workspace } from 'vscode';
import { settings } from './ids';

const section = 'twilioRoles';

/** `twilioRoles.files`: globs of the files that are looked at. */
export function filePatterns(): readonly string[] {
  const value = workspace.getConfiguration(section).get<unknown>(settings.files);
  return Array.isArray(value) ? value.filter((pattern) => typeof pattern === 'string') : [];
}
