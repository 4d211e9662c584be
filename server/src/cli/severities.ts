import {
  type CheckOptions,
  didYouMean,
  nearMisses,
  type RuleId,
  rules,
  type Severity,
} from '../../../core/src';
import { findSettings } from './settings-file';
import { UsageError } from './usage-error';

type Severities = NonNullable<CheckOptions['severities']>;

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * The severities that the editor would use in this folder: its setting `twilioRoles.severity`, under what
 * `--severity RULE=LEVEL` says.
 *
 * @throws UsageError where a rule or level doesn't exist, or the settings file isn't JSON.
 */
export async function readSeverities(overrides: readonly string[], cwd: string): Promise<Severities> {
  const severities: Partial<Record<RuleId, Severity | 'off'>> = {};
  for (const [rule, level] of Object.entries(await severitySetting(cwd))) {
    // What the editor ignores in its settings is ignored here, too.
    if (isRule(rule) && isLevel(level)) severities[rule] = level;
  }
  for (const override of overrides) {
    const [, rule = '', level] = /^([^=]*)=(.*)$/s.exec(override) ?? [undefined, override];
    if (!isRule(rule)) {
      const near = nearMisses(
        rule,
        rules.map(({ id }) => id),
      );
      throw new UsageError(`There is no rule "${rule}"; ${didYouMean(near, 'docs/rules.md lists them.')}`);
    }
    if (!isLevel(level))
      throw new UsageError(`Write --severity ${rule}=${levels.join('|')}, not "${override}".`);
    severities[rule] = level;
  }
  return severities;
}

async function severitySetting(cwd: string) {
  const file = findSettings(cwd);
  // Most folders have no settings, and needn't wait for what reads them.
  return file ? (await import('./settings')).readSettings(file, cwd).severity : {};
}

function isRule(text: string): text is RuleId {
  return rules.some((rule) => rule.id === text);
}

function isLevel(value: unknown): value is Severity | 'off' {
  return levels.some((level) => level === value);
}
