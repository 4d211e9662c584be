import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import type { SettingsFile } from './settings-file';
import { UsageError } from './usage-error';

/** Of the extension's settings, those that mean something to the command line. What isn't of their kind is absent. */
export interface Settings {
  /** `twilioRoles.files`. */
  readonly files?: readonly string[];
  /** `twilioRoles.severity`, unchecked. */
  readonly severity: Readonly<Record<string, unknown>>;
}

/** @throws UsageError where the file isn't JSON; it is named from `cwd`. */
export function readSettings({ path }: SettingsFile, cwd: string): Settings {
  const errors: ParseError[] = [];
  const settings: unknown = parse(readFileSync(path, 'utf8'), errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    throw new UsageError(`"${relative(cwd, path)}" isn't JSON with comments. Mend it, or move it away.`);
  }
  const { 'twilioRoles.files': files, 'twilioRoles.severity': severity } = asObject(settings);
  return {
    ...(Array.isArray(files) && { files: files.filter((pattern) => typeof pattern === 'string') }),
    severity: asObject(severity),
  };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
