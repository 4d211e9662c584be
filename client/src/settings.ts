import { workspace } from 'vscode';
import { settings } from './ids';

const section = 'twilioRoles';

/** `twilioRoles.files`: globs of the files that are looked at. */
export function filePatterns(): readonly string[] {
  const value = workspace.getConfiguration(section).get<unknown>(settings.files);
  return Array.isArray(value) ? value.filter((pattern) => typeof pattern === 'string') : [];
}

/** `twilioRoles.guardThreshold` as a share from 0 to 1: past it a deploy asks for the service's name. */
export function guardThreshold(): number {
  const value = workspace.getConfiguration(section).get<unknown>(settings.guardThreshold);
  return typeof value === 'number' && value >= 0 && value <= 100 ? value / 100 : 0.3;
}

/** `twilioRoles.codeLens`: whether lenses of plan and deploy stand above a file's services. */
export function codeLens(): boolean {
  return workspace.getConfiguration(section).get<boolean>(settings.codeLens, true);
}

/** `twilioRoles.statusBar`: whether the account is in the status bar. */
export function showsStatusBar(): boolean {
  return workspace.getConfiguration(section).get<boolean>(settings.statusBar, true);
}
