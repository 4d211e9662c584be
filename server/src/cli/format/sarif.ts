import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { type Problem, rules } from '../../../../core/src';
import type { Terminal } from '../terminal';
import { locationOf } from './location';
import type { CheckResult, FileResult } from './result';

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Problem['severity'], Result.level>;

/** SARIF 2.1.0, for code scanning. Source: the OASIS standard. */
export function renderSarif(result: CheckResult, version: string, terminal: Terminal): string {
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
        results: result.files.flatMap((file) => toResults(file, terminal)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResults({ name, lines, problems }: FileResult, terminal: Terminal): Result[] {
  const uri = toUri(locationOf(name, terminal));
  return problems.map(({ rule, severity, message, start, end }) => {
    const from = lines.at(start);
    const to = lines.at(end);
    return {
      ruleId: rule,
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            region: {
              startLine: from.line,
              startColumn: from.column,
              endLine: to.line,
              endColumn: to.column,
            },
          },
        },
      ],
    };
  });
}

/** Percent-encoded; relative where it can be, as code scanning wants it. */
function toUri(location: string): string {
  if (isAbsolute(location)) return pathToFileURL(location).href;
  return location.split('/').map(encodeURIComponent).join('/');
}
