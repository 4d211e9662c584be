import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { type Problem, rules } from '../../../../core/src';
import type { CheckResult, FileResult } from './result';

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Problem['severity'], Result.level>;

/** SARIF 2.1.0, for code scanning. Source: the OASIS standard. */
export function renderSarif(result: CheckResult, version: string): string {
  const descriptors: ReportingDescriptor[] = rules.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: levels[rule.severity] },
  }));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: { driver: { name: 'twilio-roles', version, rules: descriptors } },
        results: result.files.flatMap((file) => file.problems.map((problem) => toResult(file, problem))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(file: FileResult, problem: Problem): Result {
  const from = file.lines.at(problem.start);
  const to = file.lines.at(problem.end);
  return {
    ruleId: problem.rule,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(file.name) },
          region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
        },
      },
    ],
  };
}

/** Relative to the working folder where it can be, as code scanning wants it; percent-encoded. */
function toUri(name: string): string {
  if (isAbsolute(name)) return pathToFileURL(name).href;
  return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
