import type { Finding } from '../finding';
import { shift } from '../span';
import { cutRuns } from './runs';
import { yamlError } from './yaml';

/** Above this, in UTF-16 code units, a file isn't read: at 280 a role, it would have 37 000 roles. */
export const mostText = 10 * 1024 * 1024;

/** How much of a file that is too large is looked at all the same. */
const mostChecked = 2 * 1024 * 1024;
const mostErrors = 20;

/** What is said of a file that is too large to be read: that it is, and the errors that YAML finds at its beginning. */
export function tooLarge(text: string): readonly Finding[] {
  const beginning = text.slice(0, mostChecked);
  const runs = cutRuns(beginning, { kind: 'head', start: 0 });
  const findings: Finding[] = [
    {
      start: 0,
      end: /^[^\r\n]{0,80}/.exec(text)?.[0].length ?? 0,
      message:
        'This file is larger than 10 MB: only the YAML of its first 2 MB is checked, and nothing else; split it into smaller files',
      onlyHere: true,
    },
  ];
  for (const run of Array.isArray(runs) ? runs : [{ start: 0, text: beginning }]) {
    const error = yamlError(run.text);
    // What is wrong at the very end may only have been cut off.
    if (!error || run.start + error.end >= beginning.length - 1) continue;
    findings.push({ ...error, ...shift(error, run.start) });
    if (findings.length > mostErrors) break;
  }
  return findings;
}
