/** Offsets to positions and back: the one place where core's values meet the protocol's. UTF-16 throughout. */
import type { Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver';
import type { Edit, Fix, Problem, Severity, WholeFileFix } from '../../../core/src/problem';
import type { Span } from '../../../core/src/span';
import type { LineIndex, Slices } from './line-index';
import { DiagnosticSeverity, DiagnosticTag } from './lsp';

/** What a conversion needs of a file. */
export interface Lines {
  readonly uri: string;
  /** Never the same for two texts that one server has seen. */
  readonly revision: number;
  readonly text: Slices;
  readonly lines: LineIndex;
}

/** What travels in a diagnostic's `data`: all that its quick fixes need, so that nothing has to be remembered. */
export interface DiagnosticData {
  /** The text that the edits are for. */
  readonly revision: number;
  readonly fixes: readonly ProtocolFix[];
}

export interface ProtocolFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** The edits are worked out when the fix is asked for. */
  readonly wholeFile?: WholeFileFix;
}

export function toPosition({ lines }: Pick<Lines, 'lines'>, offset: number): Position {
  const line = lines.lineAt(offset);
  return { line, character: offset - lines.startOf(line) };
}

export function toRange(file: Pick<Lines, 'lines'>, span: Span): Range {
  return { start: toPosition(file, span.start), end: toPosition(file, span.end) };
}

/** A position beyond its line's end means the line's end, as the protocol says. */
export function toOffset(
  { lines, text }: Pick<Lines, 'lines' | 'text'>,
  { line, character }: Position,
): number {
  if (line >= lines.lineCount) return text.length;
  const start = lines.startOf(line);
  const next = line + 1 < lines.lineCount ? lines.startOf(line + 1) : text.length;
  if (start + character < next - 2) return start + Math.max(character, 0);
  const lineEnd = /[\r\n]*$/.exec(text.slice(Math.max(start, next - 2), next))?.[0].length ?? 0;
  return Math.min(start + Math.max(character, 0), next - lineEnd);
}

export function toSpan(file: Pick<Lines, 'lines' | 'text'>, range: Range): Span {
  const start = toOffset(file, range.start);
  return { start, end: Math.max(start, toOffset(file, range.end)) };
}

export function toTextEdit(file: Pick<Lines, 'lines'>, edit: Edit): TextEdit {
  return { range: toRange(file, edit), newText: edit.newText };
}

/** `rulesPage` is where rules are explained, each under its id; without one the code is no link. */
export function toDiagnostic(file: Lines, problem: Problem, rulesPage: string | undefined): Diagnostic {
  return {
    range: toRange(file, problem),
    severity: severities[problem.severity],
    code: problem.rule,
    ...(rulesPage && { codeDescription: { href: `${rulesPage}#${problem.rule}` } }),
    source: 'twilio-roles',
    message: problem.message,
    ...(problem.tag && { tags: [tags[problem.tag]] }),
    ...(problem.related?.length && {
      relatedInformation: problem.related.map((related) => ({
        location: { uri: file.uri, range: toRange(file, related) },
        message: related.message,
      })),
    }),
    ...(problem.fixes?.length && { data: dataOf(file, problem.fixes) }),
  };
}

function dataOf(file: Lines, fixes: readonly Fix[]): DiagnosticData {
  return { revision: file.revision, fixes: fixes.map((fix) => toFix(file, fix)) };
}

function toFix(file: Lines, fix: Fix): ProtocolFix {
  return {
    title: fix.title,
    preferred: fix.preferred ?? false,
    edits: fix.edits.map((edit) => toTextEdit(file, edit)),
    ...(fix.wholeFile && { wholeFile: fix.wholeFile }),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;
