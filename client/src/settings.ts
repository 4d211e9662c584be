import { workspace } from 'vscode';
import { type CheckOptions, type Product, type RuleId, rules, type Severity } from '../../core/src';
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

/** `twilioRoles.product`: whose roles the sidebar shows until a person says otherwise. */
export function firstProduct(): Product {
  return workspace.getConfiguration(section).get<unknown>(settings.product) === 'chat'
    ? 'chat'
    : 'conversations';
}

/** `twilioRoles.decorations`: whether a role's row has a letter and a colour for how it stands to the file. */
export function decorates(): boolean {
  return workspace.getConfiguration(section).get<boolean>(settings.decorations, true);
}

/** `twilioRoles.showUsers`: whether the sidebar has the users of a service. */
export function showsUsers(): boolean {
  return workspace.getConfiguration(section).get<boolean>(settings.showUsers, true);
}

/** `twilioRoles.typedConfirmation`: which deploys ask for the service's name beside those past the threshold. */
export function typedConfirmation(): 'threshold' | 'destructive' | 'always' {
  const value = workspace.getConfiguration(section).get<unknown>(settings.typedConfirmation);
  return value === 'destructive' || value === 'always' ? value : 'threshold';
}

/** `twilioRoles.keepDeploys`: how many journals of deploys are kept, at least 10. */
export function keptDeploys(): number {
  const value = workspace.getConfiguration(section).get<unknown>(settings.keepDeploys);
  return typeof value === 'number' && value >= 10 ? Math.floor(value) : 200;
}

/** `twilioRoles.severity`: what findings of a rule count as, where that isn't the rule's own severity. */
export function severities(): NonNullable<CheckOptions['severities']> {
  const value = workspace
    .getConfiguration(section)
    .get<Readonly<Record<string, unknown>>>(settings.severity, {});
  const ids = new Set<string>(rules.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [RuleId, Severity | 'off'] => {
      const [id, severity] = entry;
      return ids.has(id) && levels.some((level) => level === severity);
    }),
  );
}

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
